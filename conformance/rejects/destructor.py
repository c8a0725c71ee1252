class File:
    def __del__(self) -> None:  # error: KR501
        print("closed")


File()
