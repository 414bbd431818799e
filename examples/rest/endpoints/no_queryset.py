import mysite

mysite.start()

from rest_framework import generics
from rest_framework.test import APIRequestFactory

from catalog.serializers import ProjectSerializer


class ProjectList(generics.ListAPIView):
    query_set = None  # misspelled: the attribute is `queryset`
    serializer_class = ProjectSerializer


try:
    ProjectList.as_view()(APIRequestFactory().get("/"))
except AssertionError as error:
    print("AssertionError:", error)
