using Furrow.Core.Land;

namespace Furrow.Server.Tiles;

/// <summary>Writes polygons as the drawing commands of the vector tile specification 2.1: shells have a positive area in tile coordinates
/// (clockwise on the screen), holes a negative one and follow their shell.</summary>
internal sealed class TileGeometry
{
    private const uint MoveToOnce = 1 << 3 | 1;
    private const uint ClosePath = 1 << 3 | 7;

    private readonly RingProjector _pipe = new();
    private int _cursorX;
    private int _cursorY;

    public ProtoBuffer Commands { get; } = new();

    public bool IsEmpty => Commands.Length == 0;

    public void Clear()
    {
        Commands.Clear();
        (_cursorX, _cursorY) = (0, 0);
    }

    /// <summary>One polygon: its shell anticlockwise and its holes clockwise on the grid. What is too small for a tile unit leaves no
    /// trace; a hole goes with its shell.</summary>
    public void Polygon(TileFrame frame, GridPoint[][] rings)
    {
        _pipe.Take(frame, rings[0]);
        if (_pipe.DoubleArea >= 0)
        {
            return;
        }

        Write(_pipe.Ring);
        for (var i = 1; i < rings.Length; i++)
        {
            _pipe.Take(frame, rings[i]);
            if (_pipe.DoubleArea > 0)
            {
                Write(_pipe.Ring);
            }
        }
    }

    /// <summary>The grid counts latitude upwards and a tile downwards, which mirrors rings: written backwards they wind as the specification wants.</summary>
    private void Write(ReadOnlySpan<TilePoint> ring)
    {
        Commands.Varint(MoveToOnce);
        Move(ring[^1]);
        Commands.Varint((uint)(ring.Length - 1) << 3 | 2);
        for (var i = ring.Length - 2; i >= 0; i--)
        {
            Move(ring[i]);
        }

        Commands.Varint(ClosePath);
    }

    private void Move(TilePoint to)
    {
        Commands.Varint(ZigZag(to.X - _cursorX));
        Commands.Varint(ZigZag(to.Y - _cursorY));
        (_cursorX, _cursorY) = (to.X, to.Y);
    }

    public static uint ZigZag(int value) => unchecked((uint)((value << 1) ^ (value >> 31)));
}
