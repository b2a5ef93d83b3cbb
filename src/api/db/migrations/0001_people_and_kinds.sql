ALTER TABLE "item" ADD COLUMN "about" jsonb;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "assignee" uuid;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "assignee_name" text;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "accepted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "widens_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "item" ADD COLUMN "lease_held" text;--> statement-breakpoint
ALTER TABLE "item" ADD CONSTRAINT "item_assignee_staff_id_fk" FOREIGN KEY ("assignee") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "item_widens" ON "item" USING btree ("widens_at") WHERE status = 'open' and accepted_at is null and widens_at is not null and not removed;