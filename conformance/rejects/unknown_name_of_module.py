from typing import NoSuchForm  # error: KR205
