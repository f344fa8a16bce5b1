-- Nobody on the books of a closed unit, whoever writes: the unit is locked while people come to it, so that it is not closed meanwhile.
CREATE FUNCTION refuse_closed_units(unit_ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Unit" WHERE "id" = ANY(unit_ids) ORDER BY "id" FOR SHARE;
  IF EXISTS (SELECT FROM "Unit" WHERE "id" = ANY(unit_ids) AND NOT "active") THEN
    RAISE EXCEPTION 'nobody comes to a closed unit' USING ERRCODE = 'check_violation', CONSTRAINT = 'Person_unit_active';
  END IF;
END $$;

CREATE FUNCTION refuse_joining_closed_unit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_closed_units(ids) FROM (SELECT array_agg(DISTINCT "unitId") AS ids FROM after_rows WHERE "status" <> 'left') AS coming WHERE ids IS NOT NULL;
  RETURN NULL;
END $$;

CREATE FUNCTION refuse_moving_to_closed_unit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_closed_units(ids) FROM (
    SELECT array_agg(DISTINCT a."unitId") AS ids FROM after_rows a JOIN before_rows b ON b."id" = a."id"
    WHERE a."status" <> 'left' AND (a."unitId" <> b."unitId" OR b."status" = 'left')) AS coming WHERE ids IS NOT NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER "Person_joins_open_unit" AFTER INSERT ON "Person"
  REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_joining_closed_unit();
CREATE TRIGGER "Person_moves_to_open_unit" AFTER UPDATE ON "Person"
  REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_moving_to_closed_unit();

CREATE FUNCTION refuse_closing_with_people() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Person" WHERE "unitId" = NEW."id" AND "status" <> 'left') THEN
    RAISE EXCEPTION 'a unit with people on its books is not closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'Unit_closed_empty';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Unit_closes_empty" AFTER UPDATE OF "active" ON "Unit"
  FOR EACH ROW WHEN (OLD."active" AND NOT NEW."active") EXECUTE FUNCTION refuse_closing_with_people();
