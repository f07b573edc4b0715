-- What a login may read changes without a word in the row itself: who joins another team is meant by
-- other notes, and a view that was shared is its owner's alone again.

-- Have the laptops of somebody read everything anew.
CREATE OR REPLACE FUNCTION giro_sync_reread() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
    UPDATE public.devices SET repull_at = clock_timestamp()
        WHERE user_id = NEW.id AND is_replica;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER tr_users_sight AFTER UPDATE OF team_id, role ON users
    FOR EACH ROW WHEN (OLD.team_id IS DISTINCT FROM NEW.team_id OR OLD.role IS DISTINCT FROM NEW.role)
    EXECUTE FUNCTION giro_sync_reread();

-- It goes from everybody's laptop, and comes again to its owner's.
CREATE OR REPLACE TRIGGER tr_saved_filters_unshared AFTER UPDATE OF is_shared, owner_id ON saved_filters
    FOR EACH ROW WHEN (OLD.is_shared AND NOT NEW.is_shared
        OR OLD.owner_id IS DISTINCT FROM NEW.owner_id)
    EXECUTE FUNCTION giro_sync_moved();
