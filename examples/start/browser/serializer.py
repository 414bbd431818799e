# needs: board
import json

import django

django.setup()

from rest_framework import serializers


class Ask(serializers.Serializer):
    message = serializers.CharField(min_length=10, max_length=200)
    hours_a_week = serializers.IntegerField(min_value=1, max_value=40)


ask = Ask(data={"message": "I would like to build the list page.", "hours_a_week": "4"})
print(ask.is_valid(), ask.validated_data)

ask = Ask(data={"message": "Hi", "hours_a_week": 90})
print(ask.is_valid())
print(json.dumps(ask.errors, indent=2))
