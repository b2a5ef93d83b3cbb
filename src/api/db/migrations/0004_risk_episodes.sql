CREATE TABLE "episode" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"seq" bigint NOT NULL,
	"member_id" uuid NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"doc" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "episode_command" (
	"id" uuid PRIMARY KEY NOT NULL,
	"episode_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"payload" text NOT NULL,
	"actor" text NOT NULL,
	"outcome" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"place" integer,
	"snapshot" text,
	"chain" text
);
--> statement-breakpoint
ALTER TABLE "episode" ADD CONSTRAINT "episode_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "episode_command" ADD CONSTRAINT "episode_command_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "episode_seq" ON "episode" USING btree ("seq");--> statement-breakpoint
CREATE UNIQUE INDEX "episode_one_open" ON "episode" USING btree ("member_id") WHERE state <> 'closed';--> statement-breakpoint
CREATE INDEX "episode_open" ON "episode" USING btree ("state","due_at") WHERE state <> 'closed';--> statement-breakpoint
CREATE UNIQUE INDEX "episode_command_place" ON "episode_command" USING btree ("episode_id","place");--> statement-breakpoint
CREATE INDEX "episode_command_episode" ON "episode_command" USING btree ("episode_id","received_at");--> statement-breakpoint
CREATE FUNCTION "episode_command_stays"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'The record of episodes is only added to'; END $$;--> statement-breakpoint
CREATE TRIGGER "episode_command_stays" BEFORE UPDATE OR DELETE ON "episode_command" FOR EACH ROW EXECUTE FUNCTION "episode_command_stays"();--> statement-breakpoint
CREATE TRIGGER "episode_command_stays_whole" BEFORE TRUNCATE ON "episode_command" FOR EACH STATEMENT EXECUTE FUNCTION "episode_command_stays"();
