"""The routes of v2."""

from api.v1.urls import routes
from api.v2 import views

app_name = "v2"
urlpatterns = routes(views)
