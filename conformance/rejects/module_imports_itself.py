import module_imports_itself  # error: KR208

SIZE = 1
