import struct


def main() -> None:
    packed = struct.pack("<IhB", 2**32 - 1, -2, 255)
    print(packed, struct.calcsize("<IhB"), struct.unpack("<IhB", packed))
    print(struct.pack(">Q", 2**63))
    print(struct.pack("<d", 1.5), struct.unpack(">f", b"\x3f\x80\x00\x00"))
    print(struct.pack("3s", b"ab"))
    try:
        struct.pack("<B", 256)
    except struct.error as e:
        print(e)


main()
