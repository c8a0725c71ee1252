def apply(data: bytes, key: bytes) -> bytes:
    return bytes(b ^ key[i % len(key)] for i, b in enumerate(data))


def checksum(data: bytes) -> int:
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return (b << 16) | a


def main() -> None:
    secret = apply("attack at dawn é".encode(), b"key")
    print(secret, secret.hex(), apply(secret, b"key").decode())
    print(checksum(b""), checksum(b"Wikipedia"), checksum(secret * 100))


main()
