-- Takes the PostgreSQL in the page back to an empty cluster, in milliseconds, before each run.
ROLLBACK;
DISCARD ALL;
SET client_min_messages = error;

-- What a reader made has numbers from 16384; the schema public had 2200 at first.
DO $$
DECLARE
    kind regclass;
    made oid;
    command text;
BEGIN
    FOREACH kind IN ARRAY '{pg_event_trigger, pg_extension, pg_publication, pg_namespace, pg_cast,
        pg_language, pg_am, pg_foreign_data_wrapper, pg_authid}'::regclass[]
    LOOP
        FOR made IN EXECUTE format('SELECT oid FROM %s WHERE oid >= 16384 OR oid = 2200', kind)
        LOOP
            SELECT format(
                CASE type
                    WHEN 'role' THEN 'DROP OWNED BY %2$s; DROP ROLE %2$s'
                    ELSE 'DROP %s IF EXISTS %s CASCADE'
                END,
                replace(type, '-', ' '), identity)
            INTO command
            FROM pg_identify_object(kind, made, 0)
            WHERE identity !~ '^pg_';
            IF FOUND THEN
                EXECUTE command;
            END IF;
        END LOOP;
    END LOOP;
    PERFORM lo_unlink(oid) FROM pg_largeobject_metadata;
    DELETE FROM pg_db_role_setting;
    CREATE SCHEMA public AUTHORIZATION pg_database_owner;
    GRANT USAGE ON SCHEMA public TO PUBLIC;
END $$;
