CREATE TABLE "customer_link_key" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"link_id" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attachment" ALTER COLUMN "sent_by_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "fault_report_id" text;--> statement-breakpoint
ALTER TABLE "customer_link" ADD COLUMN "mail_base" text;--> statement-breakpoint
ALTER TABLE "customer_link" ADD COLUMN "mail_attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_link" ADD COLUMN "mail_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "customer_link" ADD COLUMN "mailed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "customer_link" ADD COLUMN "mail_failed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "customer_link" ADD COLUMN "mail_error" text;--> statement-breakpoint
ALTER TABLE "customer_link_key" ADD CONSTRAINT "customer_link_key_link_id_customer_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."customer_link"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_link_key_link_id_index" ON "customer_link_key" USING btree ("link_id");--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_fault_report_id_fault_report_id_fk" FOREIGN KEY ("fault_report_id") REFERENCES "public"."fault_report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_fault_report_id_index" ON "attachment" USING btree ("fault_report_id");--> statement-breakpoint
CREATE INDEX "customer_link_mail" ON "customer_link" USING btree ("mail_due_at") WHERE "customer_link"."mail_due_at" is not null;