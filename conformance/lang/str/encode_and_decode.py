def main() -> None:
    for s in ["abc", "é", "日本", "😀"]:
        print(s.encode(), s.encode("utf-16-le"), s.encode("utf-8").decode("utf-8") == s)
    print("é".encode("latin-1"), "aé".encode("ascii", "replace"), "aé".encode("ascii", "ignore"))
    print("aé😀".encode("ascii", "backslashreplace"), "é".encode("ascii", "xmlcharrefreplace"))
    try:
        print("é".encode("ascii"))
    except UnicodeEncodeError as e:
        print(e)
    try:
        print(b"\xff\xfe".decode())
    except UnicodeDecodeError as e:
        print(e)
    print(b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"))


main()
