-- Counts of submissions for accounts that read statistics and no submission. The view reads with the rights of its
-- owner, therefore its condition decides whose counts a session sees.
CREATE OR REPLACE VIEW "statistics"."received" WITH (security_barrier) AS
SELECT s.institution_id,
	to_char(s.received_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month,
	to_char(max(s.received_at) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS last_day,
	count(*) AS submissions,
	coalesce(sum(c.records), 0)::bigint AS records
FROM "basic"."submission" s
CROSS JOIN LATERAL (
	SELECT sum((r ->> 'created')::bigint + (r ->> 'updated')::bigint) AS records
	FROM jsonb_array_elements(s.counts) r
) c
WHERE nullif(current_setting('nodp.account', true), '') IS NOT NULL
	AND (nullif(current_setting('nodp.institution', true), '') IS NULL
		OR s.institution_id = nullif(current_setting('nodp.institution', true), '')::uuid)
GROUP BY s.institution_id, month;
