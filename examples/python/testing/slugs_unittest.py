import sys
import unittest

from slugs import slug


class SlugTest(unittest.TestCase):
    """The tests of slug(), written for the standard library."""

    def test_joins_words_with_hyphens(self):
        self.assertEqual(slug("Farm Market"), "farm-market")

    def test_refuses_a_title_without_letters(self):
        with self.assertRaisesRegex(ValueError, "no letters or digits"):
            slug("!!!")


if __name__ == "__main__":
    tests = unittest.defaultTestLoader.loadTestsFromTestCase(SlugTest)
    unittest.TextTestRunner(stream=sys.stdout).run(tests)
