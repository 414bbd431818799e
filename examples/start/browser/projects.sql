-- Every project with its owner, and who still waits for an answer.
SELECT project.title,
       project.status,
       owner.name AS owner,
       count(request.id) AS requests,
       count(request.id) FILTER (WHERE request.status = 'pending') AS pending,
       max(request.asked_on) AS last_asked
FROM project
JOIN person AS owner ON owner.id = project.owner_id
LEFT JOIN join_request AS request ON request.project_slug = project.slug
GROUP BY project.slug, owner.name
ORDER BY pending DESC, project.title;

UPDATE join_request
SET status = 'accepted'
WHERE project_slug = 'chat-api' AND status = 'pending'
RETURNING id, person_id, status;
