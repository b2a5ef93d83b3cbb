CREATE TABLE "second_review" (
	"item" uuid PRIMARY KEY NOT NULL,
	"first" uuid NOT NULL,
	"post_id" uuid NOT NULL,
	"assignee" uuid NOT NULL,
	"first_verdict" text NOT NULL,
	"first_level" text NOT NULL,
	"verdict" text,
	"own_level" text,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "second_review" ADD CONSTRAINT "second_review_post_id_post_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_review" ADD CONSTRAINT "second_review_assignee_staff_id_fk" FOREIGN KEY ("assignee") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "second_review_first" ON "second_review" USING btree ("first");--> statement-breakpoint
CREATE INDEX "second_review_open" ON "second_review" USING btree ("assignee","post_id") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "second_review_answered" ON "second_review" USING btree ("answered_at") WHERE answered_at is not null;