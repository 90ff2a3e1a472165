-- One account is an administrator of one kind, or works with cases, whoever writes the row (三权分立).
CREATE SCHEMA IF NOT EXISTS extensions;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA extensions;--> statement-breakpoint
DO $$
DECLARE
  home text := (SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'btree_gist');
BEGIN
  EXECUTE format('ALTER TABLE grants ADD CONSTRAINT grants_one_kind EXCLUDE USING gist (
    account_id %1$s.gist_uuid_ops WITH =,
    (CASE WHEN role IN (''sysadmin'', ''secadmin'', ''auditor'') THEN role ELSE ''business'' END) %1$s.gist_text_ops WITH OPERATOR(pg_catalog.<>)
  ) WHERE (revoked_at IS NULL)', home);
END $$;
