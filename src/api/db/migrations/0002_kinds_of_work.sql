CREATE TABLE "report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"snapshot" text NOT NULL,
	"post_state" text NOT NULL,
	"post_revision" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "topic" ADD COLUMN "hidden" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "report_once" ON "report" USING btree ("item_id","member_id");--> statement-breakpoint
CREATE INDEX "report_member" ON "report" USING btree ("member_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "report_post" ON "report" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "post_message" ON "post" USING btree ("author_id","created_at") WHERE kind = 'message';--> statement-breakpoint
CREATE INDEX "decision_received" ON "decision" USING btree ("received_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "item_one_report" ON "item" USING btree ("post_id") WHERE kind = 'report' and status = 'open' and not removed;--> statement-breakpoint
CREATE UNIQUE INDEX "item_one_newcomer" ON "item" USING btree ("author_id") WHERE kind = 'newcomer';