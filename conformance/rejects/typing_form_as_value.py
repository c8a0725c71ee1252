from typing import Optional

print(Optional)  # error: KR206
