"""The Mandelbrot set as a bitmap: its text for a small one, its checksum for a large one."""

import sys

LIMIT = 50


def inside(cr: float, ci: float) -> bool:
    zr = 0.0
    zi = 0.0
    for _ in range(LIMIT):
        zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
        if zr * zr + zi * zi > 4.0:
            return False
    return True


def bitmap(size: int) -> bytearray:
    data = bytearray()
    for y in range(size):
        ci = 2.0 * y / size - 1.0
        bits = 0
        for x in range(size):
            bits = bits << 1 | int(inside(2.0 * x / size - 1.5, ci))
            if x % 8 == 7:
                data.append(bits)
                bits = 0
        if size % 8:
            data.append(bits << (8 - size % 8))
    return data


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    data = bitmap(size)
    checksum = 0
    for byte in data:
        checksum = (checksum * 31 + byte) & 0xFFFFFFFF
    print(size, len(data), checksum)
    if size <= 60:
        width = (size + 7) // 8
        for y in range(0, size, 2):
            row = data[y * width : (y + 1) * width]
            print("".join(f"{byte:08b}" for byte in row).replace("0", " ").replace("1", "#"))


if __name__ == "__main__":
    main()
