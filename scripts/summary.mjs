// Reads result files of test runs and prints "PASSED FAILED" for each: .trx of the C# projects, .json of vitest. A skipped test counts as failed:
// nothing here is skipped on purpose. A file that is missing or cannot be read is one failure, for a run that died has not passed.
import { readFileSync } from 'node:fs';

const number = (text, name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(text)?.[1] ?? NaN);

function trx(text) {
  const counters = /<Counters\b[^>]*>/.exec(text)?.[0] ?? '';
  const passed = number(counters, 'passed');
  return [passed, number(counters, 'total') - passed];
}

function vitest(text) {
  const { numTotalTests, numPassedTests } = JSON.parse(text);
  return [numPassedTests, numTotalTests - numPassedTests];
}

for (const file of process.argv.slice(2)) {
  let counts = [NaN, NaN];
  try {
    const text = readFileSync(file, 'utf8');
    counts = file.endsWith('.trx') ? trx(text) : vitest(text);
  } catch {
    // reported below as one failure
  }
  console.log(counts.every(Number.isInteger) ? counts.join(' ') : '0 1');
}
