class Project:
    tags = ["new"]
    views = 0

    def show(self) -> None:
        self.views += 1
        self.tags.append("seen")


market = Project()
clinic = Project()
market.show()
market.show()
print(market.views, clinic.views, clinic.tags)
