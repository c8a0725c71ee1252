while x:
    try:
        pass
    except* A:
        continue
