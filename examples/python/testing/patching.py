from unittest.mock import patch

from welcome import welcome

with patch("mailer.send", autospec=True, return_value="no mail"):
    print("mailer.send patched: ", welcome("Lin"))

with patch("welcome.send", autospec=True, return_value="no mail") as send:
    print("welcome.send patched:", welcome("Lin"))

print("called with:", send.call_args)
print("after the block:", welcome("Lin"))
