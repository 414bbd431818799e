ref = "refs/heads/a-branch"

inside = ref == "refs/heads/main"  # ${{ github.ref == 'refs/heads/main' }}
around = f"{inside} && success()"  # ${{ … }} && success(): the rest is text
print(bool(inside), bool(around))
