import re

import pytest

from hours import split_hours


def test_shares_add_up_to_tenths():
    shares = split_hours(0.3, ["Ada", "Lin", "Sam"])

    assert shares["Ada"] != 0.1  # 0.3 / 3 is 0.09999999999999999
    assert shares["Ada"] == pytest.approx(0.1)
    assert shares == pytest.approx({"Ada": 0.1, "Lin": 0.1, "Sam": 0.1})


def test_says_why_it_refuses():
    message = re.escape("0 ways (no members)")
    with pytest.raises(ValueError, match=message) as caught:
        split_hours(8, [])

    assert caught.value.args == ("cannot split 0 ways (no members)",)
