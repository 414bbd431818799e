"""Who may do what: the one table that REST, GraphQL and the admin are compared with.

`test_permissions_*.py` collect every route, GraphQL field and admin page from the program
itself, try each as each role, and compare what comes back with the line here. What has no
line fails, and so does a line for what is no more: whoever adds a way in decides here who
may take it. A cell says what a role gets:

* the HTTP status; for GraphQL, the status that REST would answer;
* after a colon, what the answer shows of what not everybody may know: one letter for each
  thing in LETTERS. What has no letter in the cell must not be in the answer.

After the cells, or under them, stand the rows that a success adds (+), takes away (-) or
changes (~). It changes no others, and what is refused, or only read, changes none.
"""

from dataclasses import dataclass

# --8<-- [start:letters]
# The roles, and what stands in braces in the tables. All people have a verified address but
# `unverified` and `newcomer`; `staff` has no permission of the admin.
#
# open, draft      projects of the owner, with the member in their teams
# other, hidden    projects of the founder, the second one a draft
# news, plan       posts of the member in {open} and {draft}; {sealed} is one in {hidden}
# asked, others    requests of somebody else, the asker, to join {open} and {other}
# mine             the request of the role itself to join {other}
# copy, unready    exports of {open}: by its owner, done, and by its member, not done
# left             an export of {open} that the stranger made before leaving the team
# gone             somebody who has left the board
LETTERS = {
    "o": "the title of {open}",
    "d": "the title of {draft}",
    "h": "the title of {hidden}, or the text of {sealed}",
    "n": "the text of {news}",
    "p": "the text of {plan}",
    "t": "the message of {asked}",
    "b": "the message of {others}, or of somebody else's {mine}",
    "m": "the message of {mine}",
    "c": "how many requests wait for an answer",
    "e": "one's own address or time zone",
    "x": "the address or time zone of somebody else",
    "k": "a key: a password hash, a token, a session",
}
# From whom a thing is hidden. Whatever they send, they get the answer that they would get
# if there were no such thing, byte for byte.
HIDDEN = {
    "draft": "anonymous unverified stranger",
    "plan": "anonymous unverified stranger",
    "hidden": "anonymous unverified stranger member owner",
    "sealed": "anonymous unverified stranger member owner",
    "asked": "anonymous unverified stranger member",
    "others": "anonymous unverified stranger member owner",
    "copy": "anonymous unverified stranger member staff superuser",
    "unready": "anonymous unverified stranger owner staff superuser",
    "left": "anonymous unverified stranger member owner staff superuser",
    "gone": "anonymous unverified stranger member owner staff superuser",
}
# --8<-- [end:letters]

# --8<-- [start:rest]
# Under /api/v1/ and /api/v2/ alike, but for what begins with a slash. HEAD answers as GET
# does, without a body; a method without a line answers 405 to everybody.
REST = """
         anonymous unverified stranger member owner   staff   superuser
projects/
  GET    200:o     200:o      200:o    200:od 200:odc 200:odh 200:odh
  POST   401       403        201:c    201:c  201:c   201:c   201:c      +project +membership
projects/{open}/
  GET    200:o     200:o      200:o    200:o  200:oc  200:o   200:o
  PATCH  401       403        403      403    200:oc  200:o   200:o      ~open
  DELETE 401       403        403      403    204     204     204
         -open -project_skills -membership -news -asked -copy -unready -left
projects/{draft}/
  GET    404       404        404      200:d  200:dc  200:d   200:d
  PATCH  401       403        404      403    200:dc  200:d   200:d      ~draft
  DELETE 401       403        404      403    204     204     204
         -draft -project_skills -membership -plan
projects/{hidden}/
  GET    404       404        404      404    404     200:h   200:h
  PATCH  401       403        404      404    404     200:h   200:h      ~hidden
  DELETE 401       403        404      404    404     204     204        -hidden -membership -sealed
projects/{open}/leave/
  POST   401       403        403      204    409     403     403
         -membership ~open +outboxmessage
projects/{draft}/leave/
  POST   401       403        404      204    409     403     403
         -membership ~draft +outboxmessage
projects/{open}/members/
  GET    200       200        200      200    200     200     200
projects/{draft}/members/
  GET    404       404        404      200    200     200     200
projects/{open}/posts/
  GET    200:n     200:n      200:n    200:n  200:n   200:n   200:n
  POST   401       403        403      201    201     403     403        +post
projects/{draft}/posts/
  GET    404       404        404      200:p  200:p   200:p   200:p
  POST   401       403        404      201    201     403     403        +post
projects/{open}/posts/{news}/
  GET    200:n     200:n      200:n    200:n  200:n   200:n   200:n
  DELETE 401       403        403      204    204     204     204        -news
projects/{draft}/posts/{plan}/
  GET    404       404        404      200:p  200:p   200:p   200:p
  DELETE 401       403        404      204    204     204     204        -plan
projects/{open}/posts/{plan}/
  GET    404       404        404      404    404     404     404
  DELETE 401       403        404      404    404     404     404
projects/{open}/requests/
  GET    401       200        200      200    200:t   200     200
  POST   401       403        201      409    403     201     201        +joinrequest +outboxmessage
projects/{draft}/requests/
  GET    401       404        404      200    200     200     200
  POST   401       403        404      409    403     409     409
projects/{other}/requests/
  GET    401       200:m      200:m    200:m  200:m   200:m   200:m
  POST   401       403        409      409    409     409     409
projects/{open}/exports/
  POST   401       403        403      202    202     202     202        +export +outboxmessage
projects/{draft}/exports/
  POST   401       403        404      202    202     202     202        +export +outboxmessage
exports/{copy}/
  GET    401       404        404      404    200     404     404
exports/{copy}/file/
  GET    401       404        404      404    200:nt  404     404
exports/{unready}/
  GET    401       404        404      200    404     404     404
exports/{unready}/file/
  GET    401       404        404      409    404     404     404
exports/{left}/
  GET    401       404        404      404    404     404     404
exports/{left}/file/
  GET    401       404        404      404    404     404     404
requests/
  GET    401       200:m      200:m    200:m  200:tm  200:m   200:m
requests/{mine}/
  GET    401       200:m      200:m    200:m  200:m   200:m   200:m
requests/{asked}/
  GET    401       404        404      404    200:t   200:t   200:t
requests/{others}/
  GET    401       404        404      404    404     200:b   200:b
requests/{mine}/accept/
  POST   401       403        403      403    403     200:m   200:m
         ~mine +membership ~other +outboxmessage
requests/{asked}/accept/
  POST   401       403        404      404    200:t   200:t   200:t
         ~asked +membership ~open +outboxmessage
requests/{others}/accept/
  POST   401       403        404      404    404     200:b   200:b
         ~others +membership ~other +outboxmessage
requests/{mine}/decline/
  POST   401       403        403      403    403     200:m   200:m      ~mine +outboxmessage
requests/{asked}/decline/
  POST   401       403        404      404    200:t   200:t   200:t      ~asked +outboxmessage
requests/{others}/decline/
  POST   401       403        404      404    404     200:b   200:b      ~others +outboxmessage
requests/{mine}/withdraw/
  POST   401       403        200:m    200:m  200:m   200:m   200:m      ~mine +outboxmessage
requests/{asked}/withdraw/
  POST   401       403        404      404    403     403     403
requests/{others}/withdraw/
  POST   401       403        404      404    404     403     403
people/
  GET    200       200        200      200    200     200     200
people/{member}/
  GET    200       200        200      200    200     200     200
people/{gone}/
  GET    404       404        404      404    404     404     404
skills/
  GET    200       200        200      200    200     200     200
stats/
  GET    200       200        200      200    200     200     200
me/
  GET    401       200:e      200:e    200:e  200:e   200:e   200:e
  PATCH  401       403        200:e    200:e  200:e   200:e   200:e      ~profile
auth/sign-up/
  POST   201       201        201      201    201     201     201
         +person +profile +outboxmessage
auth/verify-email/
  POST   204       204        204      204    204     204     204        ~newcomer
auth/password-reset/
  POST   202       202        202      202    202     202     202        +outboxmessage
auth/password-reset/confirm/
  POST   204       204        204      204    204     204     204        ~asker -token
auth/jwt/
  POST   200:k     200:k      200:k    200:k  200:k   200:k   200:k      +outstandingtoken
auth/jwt/refresh/
  POST   200:k     200:k      200:k    200:k  200:k   200:k   200:k
         +outstandingtoken +blacklistedtoken
auth/jwt/verify/
  POST   204       204        204      204    204     204     204
auth/token/
  POST   200:k     200:k      200:k    200:k  200:k   200:k   200:k
auth/token/revoke/
  POST   401       204        204      204    204     204     204        -token
auth/unsubscribe/
  POST   204       204        204      204    204     204     204        ~profile
auth/logout/
  POST   401       204        204      204    204     204     204        +blacklistedtoken
nothing-here/
  ANY    404       404        404      404    404     404     404
/api/nothing-here/
  ANY    404       404        404      404    404     404     404
/api/openapi-v1.json
  GET    200       200        200      200    200     200     200
/api/openapi-v2.json
  GET    200       200        200      200    200     200     200
/api/docs/
  GET    200       200        200      200    200     200     200
/api/docs/v1/
  GET    200       200        200      200    200     200     200
/graphql/
  POST   400       400        400      400    400     400     400
/healthz
  GET    200       200        200      200    200     200     200
/readyz
  GET    200       200        200      200    200     200     200
"""
# --8<-- [end:rest]

# --8<-- [start:fields]
# The names in the answers of v1, by the last of these words in the path, and what v2 adds.
# Whoever adds a name decides here that everybody who gets the answer may know it.
_ME = "id name role bio skills created_at email is_verified timezone digest"
FIELDS = {
    "projects": "slug title pitch status owner skills contract_url seats member_count"
    " open_request_count created_at updated_at version",
    "members": "person role joined_at",
    "posts": "id kind title body author solves created_at",
    "requests": "id project person message status created_at decided_at decided_by",
    "exports": "id project format status done total error created_at finished_at",
    "people": "id name role bio skills created_at",
    "skills": "slug name",
    "stats": "projects open_projects people memberships posts",
    "me": _ME,
    "sign-up": _ME,
    "jwt": "access refresh",
    "token": "token",
}
_PERSON = " {0} {0}.id {0}.name {0}.url"
FIELDS_V2 = {
    "projects": "url" + _PERSON.format("owner"),
    "members": _PERSON.format("person"),
    "posts": _PERSON.format("author"),
    "requests": "url" + _PERSON.format("person") + _PERSON.format("decided_by"),
}
# What a write takes; those without a line take nothing. Every other column of our tables,
# such as `owner`, `version` or `is_staff`, is refused by its name and changes nothing.
TAKES = {
    "POST projects/": "title pitch slug status skills seats contract_url",
    "PATCH projects/{open}/": "title pitch status skills seats contract_url",
    "POST projects/{open}/posts/": "kind title body solves",
    "POST projects/{open}/requests/": "message",
    "POST projects/{open}/exports/": "format",
    "PATCH me/": "name role bio skills timezone digest",
    "POST auth/sign-up/": "email name password role",
    "POST auth/verify-email/": "token",
    "POST auth/password-reset/": "email",
    "POST auth/password-reset/confirm/": "token password",
    "POST auth/jwt/": "email password",
    "POST auth/jwt/refresh/": "refresh",
    "POST auth/jwt/verify/": "token",
    "POST auth/token/": "email password",
    "POST auth/unsubscribe/": "token",
    "POST auth/logout/": "refresh",
}
# --8<-- [end:fields]

# --8<-- [start:graphql]
# A line asks for every value of what comes back, and of what that leads to in one step.
# Further steps show nobody more than all lines together.
GRAPHQL = """
                           anonymous unverified stranger member    owner       staff      superuser
query
  me                       404       200:e      200:e    200:e     200:e       200:e      200:e
  person {member}          200       200        200      200       200         200        200
  person {owner}           200:o     200:o      200:o    200:od    200:odc     200:od     200:od
  person {founder}         200       200        200      200       200         200:h      200:h
  person {gone}            404       404        404      404       404         404        404
  project {open}           200:on    200:on     200:on   200:on    200:ontc    200:on     200:on
  project {draft}          404       404        404      200:dp    200:dpc     200:dp     200:dp
  project {hidden}         404       404        404      404       404         200:h      200:h
  project {other}          200       200:m      200:m    200:m     200:m       200:m      200:m
  projects                 200:on    200:onm    200:onm  200:odnpm 200:odnptmc 200:odhnpm 200:odhnpm
  posts                    200:on    200:on     200:on   200:odnp  200:odnpc   200:odhnp  200:odhnp
  posts {open}             200:on    200:on     200:on   200:on    200:onc     200:on     200:on
  posts {draft}            200       200        200      200:dp    200:dpc     200:dp     200:dp
  members {open}           200:o     200:o      200:o    200:o     200:oc      200:o      200:o
  members {draft}          200       200        200      200:d     200:dc      200:d      200:d
  requests                 200       200:m      200:m    200:m     200:otmc    200:m      200:m
  export {copy}            404       404        404      404       200:oc      404        404
  export {unready}         404       404        404      200:o     404         404        404
  export {left}            404       404        404      404       404         404        404
  skills                   200       200        200      200       200         200        200
  stats                    200       200        200      200       200         200        200
mutation
  announceProject          401       403        200:c    200:c     200:c       200:c      200:c
                           +project +membership
  updateProject {open}     401       403        403      403       200:ontc    200:on     200:on
                           ~open
  updateProject {draft}    401       404        404      403       200:dpc     200:dp     200:dp
                           ~draft
  updateProject {hidden}   401       404        404      404       404         200:h      200:h
                           ~hidden
  deleteProject {open}     401       403        403      403       200         200        200
                           -open -project_skills -membership -news -asked -copy -unready -left
  deleteProject {draft}    401       404        404      403       200         200        200
                           -draft -project_skills -membership -plan
  deleteProject {hidden}   401       404        404      404       404         200        200
                           -hidden -membership -sealed
  leaveProject {open}      401       403        403      200       409         403        403
                           -membership ~open +outboxmessage
  leaveProject {draft}     401       404        404      200       409         403        403
                           -membership ~draft +outboxmessage
  requestExport {open}     401       403        403      200:o     200:oc      200:o      200:o
                           +export +outboxmessage
  requestExport {draft}    401       404        404      200:d     200:dc      200:d      200:d
                           +export +outboxmessage
  askToJoin {open}         401       403        200:o    409       403         200:o      200:o
                           +joinrequest +outboxmessage
  askToJoin {draft}        401       404        404      409       403         409        409
  askToJoin {other}        401       403        409      409       409         409        409
  acceptRequest {mine}     401       403        403      403       403         200        200
                           ~mine +membership ~other +outboxmessage
  acceptRequest {asked}    401       404        404      404       200:oc      200:o      200:o
                           ~asked +membership ~open +outboxmessage
  acceptRequest {others}   401       404        404      404       404         200        200
                           ~others +membership ~other +outboxmessage
  declineRequest {mine}    401       403        403      403       403         200:m      200:m
                           ~mine +outboxmessage
  declineRequest {asked}   401       404        404      404       200:otc     200:ot     200:ot
                           ~asked +outboxmessage
  declineRequest {others}  401       404        404      404       404         200:b      200:b
                           ~others +outboxmessage
  withdrawRequest {mine}   401       403        200:m    200:m     200:m       200:m      200:m
                           ~mine +outboxmessage
  withdrawRequest {asked}  401       404        404      404       403         403        403
  withdrawRequest {others} 401       404        404      404       404         403        403
  writePost {open}         401       403        403      200:o     200:oc      403        403
                           +post
  writePost {draft}        401       404        404      200:d     200:dc      403        403
                           +post
  writePost {hidden}       401       404        404      404       404         403        403
  deletePost {news}        401       403        403      200       200         200        200
                           -news
  deletePost {plan}        401       404        404      200       200         200        200
                           -plan
  deletePost {sealed}      401       404        404      404       404         200        200
                           -sealed
  updateProfile            401       403        200:e    200:e     200:e       200:e      200:e
                           ~profile
  unsubscribe              200       200        200      200       200         200        200
                           ~profile
  signUp                   200       200        200      200       200         200        200
                           +person +profile +outboxmessage
  verifyEmail              200       200        200      200       200         200        200
                           ~newcomer
  requestPasswordReset     200       200        200      200       200         200        200
                           +outboxmessage
  resetPassword            200       200        200      200       200         200        200
                           ~asker -token
"""
# The fields of every type and input. Whoever adds one decides here that everybody who gets
# the row may know it, and may write it.
TYPES = {
    "Me": "email isVerified person timezone digest",
    "Person": "id name role createdAt bio skills projects memberships",
    "Skill": "slug name",
    "Project": "id slug title pitch status contractUrl seats createdAt updatedAt version owner"
    " skills memberCount openRequestCount members posts requests",
    "Membership": "id role joinedAt person project",
    "JoinRequest": "id message status createdAt decidedAt person decidedBy project",
    "Export": "id format status done total error createdAt finishedAt project",
    "Post": "id kind title body createdAt author project solves",
    "Stats": "projects openProjects people memberships posts",
    "Done": "ok",
    "BoardProblem": "code message field",
    "NewPerson": "email name password role",
    "NewPost": "project kind title body solves",
    "NewProject": "title pitch slug skills seats contractUrl status",
    "ProfileChanges": "name role bio timezone digest skills",
    "ProjectChanges": "title pitch status seats contractUrl skills",
}
# --8<-- [end:graphql]

# --8<-- [start:admin]
# `login` and `index` are redirects: to the page where one signs in, to the first page. A
# `moderator` is staff with every permission that Django knows, `staff` has none. Lines in
# small letters are the actions of a list. Methods without a line answer as GET does, or
# less, and change nothing.
ADMIN = """
                              anonymous unverified stranger member owner staff moderator superuser
/admin/
  GET                         login     login      login    login  login 200:e 200:e     200:e
/admin/login/
  GET                         200       200:e      200:e    200:e  200:e index index     index
  HEAD                        200       200        200      200    200   200   200       200
  POST                        200       200:e      200:e    200:e  200:e 200:e 200:e     200:e
  PUT                         200       200:e      200:e    200:e  200:e 200:e 200:e     200:e
/admin/logout/
  GET                         index     index      index    index  index 405   405       405
  POST                        index     index      index    index  index 200   200       200
                              -session
/admin/password_change/
  GET                         login     login      login    login  login 200:e 200:e     200:e
  POST                        login     login      login    login  login 302   302       302
                              ~me -session +session
/admin/password_change/done/
  GET                         login     login      login    login  login 200:e 200:e     200:e
/admin/autocomplete/?app_label=people&model_name=profile&field_name=skills&term=
  GET                         login     login      login    login  login 403   200       200
/admin/jsi18n/
  GET                         login     login      login    login  login 200   200       200
/admin/r/1/1/
  GET                         login     login      login    login  login 404   404       404
/admin/people/
  GET                         login     login      login    login  login 404   200:e     200:e
/admin/nothing-here/
  GET                         login     login      login    login  login 404   404       404
/admin/auth/group/
  GET                         login     login      login    login  login 403   403       200:e
  delete_selected {group}     login     login      login    login  login 403   403       302
                              -group -group_permissions +logentry
/admin/auth/group/add/
  GET                         login     login      login    login  login 403   403       200:e
  POST                        login     login      login    login  login 403   403       302
                              +group +logentry
/admin/auth/group/{group}/
  GET                         login     login      login    login  login 302   302       302
/admin/auth/group/{group}/change/
  GET                         login     login      login    login  login 403   403       200:e
  POST                        login     login      login    login  login 403   403       302
                              ~group -group_permissions +logentry
/admin/auth/group/{group}/delete/
  GET                         login     login      login    login  login 403   403       200:e
  POST                        login     login      login    login  login 403   403       302
                              -group -group_permissions +logentry
/admin/auth/group/{group}/history/
  GET                         login     login      login    login  login 403   403       200:e
/admin/people/person/
  GET                         login     login      login    login  login 403   200:ex    200:ex
  activate {gone}             login     login      login    login  login 403   302       302
                              ~gone +logentry
  deactivate {stranger}       login     login      login    login  login 403   302       302
                              ~stranger +logentry
  deactivate {superuser}      login     login      login    login  login 403   302       302
  delete_selected {newcomer}  login     login      login    login  login 403   302       302
                              -newcomer -profile -profile_skills -token ~outstandingtoken +logentry
  delete_selected {superuser} login     login      login    login  login 403   403       403
/admin/people/person/add/
  GET                         login     login      login    login  login 403   403       403
  POST                        login     login      login    login  login 403   403       403
/admin/people/person/{member}/
  GET                         login     login      login    login  login 302   302       302
/admin/people/person/{member}/change/
  GET                         login     login      login    login  login 403   200:ex    200:ex
  POST                        login     login      login    login  login 403   302       302
                              ~member +logentry
/admin/people/person/{superuser}/change/
  GET                         login     login      login    login  login 403   200:ex    200:e
  POST                        login     login      login    login  login 403   403       302
                              ~me +logentry
/admin/people/person/{newcomer}/delete/
  GET                         login     login      login    login  login 403   200:e     200:e
  POST                        login     login      login    login  login 403   302       302
                              -newcomer -profile -profile_skills -token ~outstandingtoken +logentry
/admin/people/person/{superuser}/delete/
  GET                         login     login      login    login  login 403   403       403
  POST                        login     login      login    login  login 403   403       403
/admin/people/person/{member}/history/
  GET                         login     login      login    login  login 403   200:e     200:e
/admin/people/skill/
  GET                         login     login      login    login  login 403   200:e     200:e
  delete_selected {skill}     login     login      login    login  login 403   302       302
                              -skill -profile_skills -project_skills +logentry
/admin/people/skill/add/
  GET                         login     login      login    login  login 403   200:e     200:e
  POST                        login     login      login    login  login 403   302       302
                              +skill +logentry
/admin/people/skill/{skill}/
  GET                         login     login      login    login  login 302   302       302
/admin/people/skill/{skill}/change/
  GET                         login     login      login    login  login 403   200:e     200:e
  POST                        login     login      login    login  login 403   302       302
                              ~skill +logentry
/admin/people/skill/{skill}/delete/
  GET                         login     login      login    login  login 403   200:e     200:e
  POST                        login     login      login    login  login 403   302       302
                              -skill -profile_skills -project_skills +logentry
/admin/people/skill/{skill}/history/
  GET                         login     login      login    login  login 403   200:e     200:e
/admin/projects/project/
  GET                         login     login      login    login  login 403   200:odhe  200:odhe
  decline_pending {open}      login     login      login    login  login 403   302       302
                              ~asked +outboxmessage +logentry
  delete_selected {open}      login     login      login    login  login 403   302       302
                              -open -project_skills -membership -news -asked -copy -unready -left
                              +logentry
/admin/projects/project/add/
  GET                         login     login      login    login  login 403   403       403
  POST                        login     login      login    login  login 403   403       403
/admin/projects/project/{open}/
  GET                         login     login      login    login  login 302   302       302
/admin/projects/project/{open}/change/
  GET                         login     login      login    login  login 403   200:ote   200:ote
  POST                        login     login      login    login  login 403   302       302
                              ~open +logentry
/admin/projects/project/{hidden}/change/
  GET                         login     login      login    login  login 403   200:he    200:he
  POST                        login     login      login    login  login 403   302       302
                              ~hidden +logentry
/admin/projects/project/{open}/delete/
  GET                         login     login      login    login  login 403   200:oe    200:oe
  POST                        login     login      login    login  login 403   302       302
                              -open -project_skills -membership -news -asked -copy -unready -left
                              +logentry
/admin/projects/project/{open}/history/
  GET                         login     login      login    login  login 403   200:oe    200:oe
/admin/projects/joinrequest/
  GET                         login     login      login    login  login 403   200:oe    200:oe
  decline_selected {asked}    login     login      login    login  login 403   302       302
                              ~asked +outboxmessage +logentry
  delete_selected {asked}     login     login      login    login  login 403   302       302
                              -asked +logentry
/admin/projects/joinrequest/add/
  GET                         login     login      login    login  login 403   403       403
  POST                        login     login      login    login  login 403   403       403
/admin/projects/joinrequest/{asked}/
  GET                         login     login      login    login  login 302   302       302
/admin/projects/joinrequest/{asked}/change/
  GET                         login     login      login    login  login 403   200:ote   200:ote
  POST                        login     login      login    login  login 403   403       403
/admin/projects/joinrequest/{asked}/delete/
  GET                         login     login      login    login  login 403   200:e     200:e
  POST                        login     login      login    login  login 403   302       302
                              -asked +logentry
/admin/projects/joinrequest/{asked}/history/
  GET                         login     login      login    login  login 403   200:e     200:e
/admin/projects/post/
  GET                         login     login      login    login  login 403   200:odhe  200:odhe
  delete_selected {news}      login     login      login    login  login 403   302       302
                              -news +logentry
/admin/projects/post/add/
  GET                         login     login      login    login  login 403   403       403
  POST                        login     login      login    login  login 403   403       403
/admin/projects/post/{news}/
  GET                         login     login      login    login  login 302   302       302
/admin/projects/post/{news}/change/
  GET                         login     login      login    login  login 403   200:one   200:one
  POST                        login     login      login    login  login 403   302       302
                              ~news +logentry
/admin/projects/post/{news}/delete/
  GET                         login     login      login    login  login 403   200:e     200:e
  POST                        login     login      login    login  login 403   302       302
                              -news +logentry
/admin/projects/post/{news}/history/
  GET                         login     login      login    login  login 403   200:e     200:e
"""
# What a form lets a moderator change, and what besides a superuser.
FORMS = {
    "auth.group": ("", "name permissions"),
    "people.person": ("name role is_active", "email is_staff is_superuser groups"),
    "people.skill": ("name slug", ""),
    "projects.project": ("title pitch status skills contract_url", ""),
    "projects.joinrequest": ("", ""),
    "projects.post": ("title body", ""),
}
# What staff see who have every permission on one model, and none on the others.
ONE_MODEL = {
    "auth.group": "e",
    "people.person": "ex",
    "people.skill": "e",
    "projects.project": "odhe",
    "projects.joinrequest": "ote",
    "projects.post": "odhne",
}
# --8<-- [end:admin]


@dataclass(frozen=True)
class Line:
    """One line of a table."""

    cells: dict[str, str]
    changes: set[str]

    def difference(self, cells: dict[str, str], changes: dict[str, set[str]]) -> list[str]:
        """Say how the answers differ from this line: one text for each difference.

        Args:
            cells: What each role got.
            changes: What each role changed.
        """
        found = [] if cells == self.cells else [f"it answers {'  '.join(cells.values())}"]
        for role, changed in changes.items():
            expected = self.changes if cells[role][0] in "23" else set()
            if changed != expected:
                found.append(f"as {role} it changes {' '.join(sorted(changed)) or 'nothing'}")
        return found


def parse(table: str) -> dict[str, dict[str, Line]]:
    """Read a table: lines by name (a method, a field, an action) under their headings."""
    head, *rest = table.strip("\n").splitlines()
    roles = head.split()
    found: dict[str, dict[str, Line]] = {}
    for text in rest:
        words = text.split()
        if not text.startswith(" "):
            lines = found.setdefault(text.strip(), {})
        elif words[0][0] in "+-~":  # the line before goes on
            list(lines.values())[-1].changes.update(words)
        else:
            changes = {word for word in words if word[0] in "+-~"}
            words = [word for word in words if word not in changes]
            name, cells = " ".join(words[: -len(roles)]), words[-len(roles) :]
            assert name not in lines, f"twice in the table: {text}"
            lines[name] = Line(dict(zip(roles, cells, strict=True)), changes)
    return found
