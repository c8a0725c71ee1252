import base64
import hashlib
import zlib


def main() -> None:
    print(hashlib.sha256(b"abc").hexdigest(), hashlib.md5(b"").hexdigest())
    h = hashlib.sha1()
    h.update(b"hello ")
    h.update(b"world")
    print(h.hexdigest(), h.digest()[:4], hashlib.sha512(b"x").hexdigest()[:20])
    print(base64.b64encode(b"any carnal pleas"), base64.b64decode("aGk="))
    print(base64.b16encode(b"\xff"))
    print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), zlib.decompress(zlib.compress(b"a" * 50)))


main()
