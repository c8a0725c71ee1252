"""The probe under wsgiref's validator, which raises when the server breaks a rule of PEP 3333."""

from wsgiref.validate import validator

import probe

application = validator(probe.application)
