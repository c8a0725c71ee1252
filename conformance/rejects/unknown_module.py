import no_such_module  # error: KR204
