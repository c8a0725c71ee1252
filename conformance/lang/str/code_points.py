def main() -> None:
    for text in ["abc", "äöü", "日本", "😀", "a😀b", "\U0001f1e9\U0001f1ea", "e\u0301"]:
        print(len(text), [c for c in text], [ord(c) for c in text], text[0], text[-1], text[::-1])
    print(chr(0x1F600), len(chr(0x1F600)), ord("😀"), chr(65), chr(0x10FFFF) == "\U0010ffff")


main()
