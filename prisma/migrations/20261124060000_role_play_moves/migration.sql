-- A turn is answered by a move of its kind, not only by a reply card; what it says of the rules is stored with it.
ALTER TABLE "RunTurn" ADD COLUMN "move" JSONB, ADD COLUMN "hits" JSONB NOT NULL DEFAULT '[]';
UPDATE "RunTurn" SET "move" = jsonb_build_object('kind', 'reply', 'replyId', "replyId");
ALTER TABLE "RunTurn" ALTER COLUMN "move" SET NOT NULL, ALTER COLUMN "hits" DROP DEFAULT, ALTER COLUMN "judgement" DROP NOT NULL, DROP COLUMN "replyId";
