import pytest
from slugs import slug


def test_refuses_digits():
    with pytest.raises(ValueError):
        slug("2048")
