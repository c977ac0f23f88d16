CREATE TABLE "accident" (
	"case_id" text PRIMARY KEY NOT NULL,
	"engineer_id" text NOT NULL,
	"supervisor_id" text,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"class" text,
	"description" text NOT NULL,
	"source_case_id" text
);
--> statement-breakpoint
CREATE TABLE "appeal" (
	"case_id" text PRIMARY KEY NOT NULL,
	"consequence_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"reason" text NOT NULL,
	"attachment_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"filed_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"explanation" text,
	"remaining_fen" integer,
	"decided_at" timestamp (3) with time zone,
	"decided_by_id" text,
	CONSTRAINT "appeal_entry" UNIQUE("consequence_id")
);
--> statement-breakpoint
CREATE TABLE "penalty" (
	"case_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"ground" text NOT NULL,
	"kind" text NOT NULL,
	"amount_fen" integer NOT NULL,
	"reason" text NOT NULL,
	"evidence_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"proposed_by_id" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"outcome" text,
	"decided_fen" integer,
	"explanation" text,
	"decided_at" timestamp (3) with time zone,
	"decided_by_id" text
);
--> statement-breakpoint
CREATE TABLE "assessment_file" (
	"case_id" text NOT NULL,
	"format" text NOT NULL,
	"media_type" text NOT NULL,
	"name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "assessment_file_case_id_format_pk" PRIMARY KEY("case_id","format")
);
--> statement-breakpoint
CREATE TABLE "assessment_line" (
	"consequence_id" uuid PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assessment" (
	"case_id" text PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	"month" text NOT NULL,
	"sheet" jsonb,
	"issued_at" timestamp (3) with time zone,
	"issued_by_id" text,
	"signed_at" timestamp (3) with time zone,
	"signed_by_id" text,
	CONSTRAINT "assessment_once" UNIQUE("month","scope")
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sent_by_id" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"case_id" text,
	"sample" text
);
--> statement-breakpoint
CREATE TABLE "attachment_content" (
	"sha256" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"person_id" text,
	"door" text NOT NULL,
	"action" text NOT NULL,
	"noun" text,
	"subject_id" text,
	"request_id" text,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "auth_account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth_user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"username" text NOT NULL,
	"display_username" text,
	"person_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_user_email_unique" UNIQUE("email"),
	CONSTRAINT "auth_user_username_unique" UNIQUE("username")
);
--> statement-breakpoint
CREATE TABLE "auth_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "house_secret" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_day" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar" text NOT NULL,
	"on" text NOT NULL,
	"type" text,
	"reason" text NOT NULL,
	"recorded_by_id" text,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_year" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar" text NOT NULL,
	"year" integer NOT NULL,
	"source" text NOT NULL,
	"version" text NOT NULL,
	"published_on" text,
	"days" jsonb NOT NULL,
	"imported_by_id" text,
	"imported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_year_calendar_year_version_unique" UNIQUE("calendar","year","version")
);
--> statement-breakpoint
CREATE TABLE "call_leg" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"source_id" text NOT NULL,
	"call_id" text NOT NULL,
	"line_id" text,
	"direction" text NOT NULL,
	"number" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"answered_by_id" text,
	"state" text NOT NULL,
	"case_id" text,
	"sample" text,
	CONSTRAINT "call_leg_call" UNIQUE("source_id","call_id")
);
--> statement-breakpoint
CREATE TABLE "call" (
	"case_id" text PRIMARY KEY NOT NULL,
	"line_id" text,
	"number" text,
	"caller_kind" text NOT NULL,
	"contact_id" text,
	"posted_person_id" text,
	"taker_id" text,
	"category" text,
	"record" jsonb,
	"assignee_id" text,
	"assignee_external" text
);
--> statement-breakpoint
CREATE TABLE "cti_event" (
	"key" text PRIMARY KEY NOT NULL,
	"leg_id" uuid NOT NULL,
	"event" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"timed_by_receipt" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "telephony_source" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"sample" text,
	CONSTRAINT "telephony_source_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "case" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"reopened" integer DEFAULT 0 NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"parent_id" text,
	"customer_id" text,
	"project_id" text,
	"region_id" text,
	"terms" jsonb NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"next_alarm_at" timestamp (3) with time zone,
	"armed_at" timestamp (3) with time zone,
	"sample" text
);
--> statement-breakpoint
CREATE TABLE "escalation" (
	"key" text PRIMARY KEY NOT NULL,
	"obligation_id" uuid NOT NULL,
	"case_id" text NOT NULL,
	"step" text NOT NULL,
	"audience" text NOT NULL,
	"planned_at" timestamp (3) with time zone NOT NULL,
	"fired_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"by" text NOT NULL,
	"recipient_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"skipped" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fact" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"case_id" text NOT NULL,
	"kind" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"known_at" timestamp (3) with time zone,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"by_id" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"provisional" boolean DEFAULT false NOT NULL,
	"corrects_id" uuid,
	"key" text,
	CONSTRAINT "fact_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "obligation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"case_id" text NOT NULL,
	"promise" text NOT NULL,
	"clause" text NOT NULL,
	"policy" text NOT NULL,
	"policy_version" integer NOT NULL,
	"round" integer NOT NULL,
	"parent_id" uuid,
	"bearer_id" text,
	"bearer_role" text,
	"recipient_id" text,
	"recipient_role" text,
	"due_kind" text NOT NULL,
	"due_at" timestamp (3) with time zone,
	"late_from_at" timestamp (3) with time zone,
	"due_provisional" boolean DEFAULT false NOT NULL,
	"anchor_at" timestamp (3) with time zone NOT NULL,
	"answerable_from_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"work" text DEFAULT 'open' NOT NULL,
	"verdict" text DEFAULT 'pending' NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"evidence_id" uuid,
	"reason" text,
	"due_rev" integer DEFAULT 0 NOT NULL,
	"steps" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"stepped_at" timestamp (3) with time zone,
	"next_alarm_at" timestamp (3) with time zone,
	"stake" jsonb
);
--> statement-breakpoint
CREATE TABLE "poke" (
	"case_id" text PRIMARY KEY NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "change" (
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"case_id" text DEFAULT '' NOT NULL,
	"person_id" text DEFAULT '' NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "change_xid_case_id_person_id_pk" PRIMARY KEY("xid","case_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "consequence_seen" (
	"consequence_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "consequence_seen_consequence_id_person_id_pk" PRIMARY KEY("consequence_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "consequence" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"person_id" text,
	"case_id" text NOT NULL,
	"obligation_id" uuid,
	"about_id" uuid,
	"amount_fen" integer DEFAULT 0 NOT NULL,
	"clause" text NOT NULL,
	"policy" text NOT NULL,
	"policy_version" integer NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"by_id" text,
	"arithmetic" jsonb NOT NULL,
	"evidence_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sample" text,
	CONSTRAINT "consequence_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"name" text NOT NULL,
	"post" text,
	"address" text
);
--> statement-breakpoint
CREATE TABLE "customer" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"region_id" text,
	"active" boolean DEFAULT true NOT NULL,
	"sample" text,
	CONSTRAINT "customer_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "phone_number" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"person_id" text,
	"contact_id" text,
	CONSTRAINT "phone_number_owner" CHECK (num_nonnulls("phone_number"."person_id", "phone_number"."contact_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "project" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"name" text NOT NULL,
	"sample" text
);
--> statement-breakpoint
CREATE TABLE "heartbeat" (
	"name" text PRIMARY KEY NOT NULL,
	"beat_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"person_id" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"response" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_key_person_id_key_pk" PRIMARY KEY("person_id","key")
);
--> statement-breakpoint
CREATE TABLE "incident_report" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"case_id" text NOT NULL,
	"version" integer NOT NULL,
	"author_id" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "incident_report_version" UNIQUE("case_id","version")
);
--> statement-breakpoint
CREATE TABLE "incident" (
	"case_id" text PRIMARY KEY NOT NULL,
	"knower_id" text NOT NULL,
	"recorder_id" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"flags" jsonb NOT NULL,
	"merged_into_id" text
);
--> statement-breakpoint
CREATE TABLE "channel" (
	"name" text PRIMARY KEY NOT NULL,
	"succeeded_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"key" text NOT NULL,
	"person_id" text NOT NULL,
	"channel" text NOT NULL,
	"template" text NOT NULL,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"case_id" text,
	"obligation_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"attempted_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"next_attempt_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"error" text,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "notification_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "absence" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone,
	"kind" text NOT NULL,
	CONSTRAINT "absence_period" CHECK ("absence"."to_at" > "absence"."from_at")
);
--> statement-breakpoint
CREATE TABLE "duty_roster" (
	"id" text PRIMARY KEY NOT NULL,
	"line_id" text NOT NULL,
	"person_id" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "duty_roster_line_id_person_id_from_at_unique" UNIQUE("line_id","person_id","from_at"),
	CONSTRAINT "duty_roster_period" CHECK ("duty_roster"."to_at" > "duty_roster"."from_at")
);
--> statement-breakpoint
CREATE TABLE "line" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"department" text NOT NULL,
	"person_id" text,
	"sample" text,
	CONSTRAINT "line_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "outage" (
	"id" text PRIMARY KEY NOT NULL,
	"line_id" text NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone,
	"declared_at" timestamp (3) with time zone NOT NULL,
	"declared_by" text,
	CONSTRAINT "outage_period" CHECK ("outage"."to_at" > "outage"."from_at")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"email" text,
	"superior_id" text,
	"posted" boolean DEFAULT false NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"sample" text,
	CONSTRAINT "person_code_unique" UNIQUE("code"),
	CONSTRAINT "person_own_superior" CHECK ("person"."superior_id" <> "person"."id")
);
--> statement-breakpoint
CREATE TABLE "person_region" (
	"person_id" text NOT NULL,
	"region_id" text NOT NULL,
	CONSTRAINT "person_region_person_id_region_id_unique" UNIQUE("person_id","region_id")
);
--> statement-breakpoint
CREATE TABLE "person_role" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"region_id" text,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone,
	CONSTRAINT "person_role_period" CHECK ("person_role"."to_at" > "person_role"."from_at")
);
--> statement-breakpoint
CREATE TABLE "person_skill" (
	"person_id" text NOT NULL,
	"product" text NOT NULL,
	"level" integer NOT NULL,
	CONSTRAINT "person_skill_person_id_product_unique" UNIQUE("person_id","product"),
	CONSTRAINT "person_skill_level" CHECK ("person_skill"."level" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "region" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "region_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "substitution" (
	"id" text PRIMARY KEY NOT NULL,
	"from_person_id" text NOT NULL,
	"to_person_id" text NOT NULL,
	"role" text NOT NULL,
	"rank" integer DEFAULT 1 NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "substitution_period" CHECK ("substitution"."to_at" > "substitution"."from_at"),
	CONSTRAINT "substitution_self" CHECK ("substitution"."from_person_id" <> "substitution"."to_person_id")
);
--> statement-breakpoint
CREATE TABLE "policy_binding" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"policy" text NOT NULL,
	"variant" text DEFAULT '' NOT NULL,
	"topic" text NOT NULL,
	"scope" text NOT NULL,
	"scope_id" text,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone,
	"sample" text
);
--> statement-breakpoint
CREATE TABLE "policy_version" (
	"policy" text NOT NULL,
	"variant" text DEFAULT '' NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"effective_from_at" timestamp (3) with time zone NOT NULL,
	"values" jsonb NOT NULL,
	"reason" text NOT NULL,
	"by_id" text,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sample" text,
	CONSTRAINT "policy_version_policy_variant_version_pk" PRIMARY KEY("policy","variant","version")
);
--> statement-breakpoint
CREATE TABLE "person_file" (
	"person_id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	CONSTRAINT "person_file_case_id_unique" UNIQUE("case_id")
);
--> statement-breakpoint
CREATE TABLE "report" (
	"case_id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"form" text NOT NULL,
	"period" text NOT NULL,
	"period_from_at" timestamp (3) with time zone NOT NULL,
	"author_id" text,
	"received_at" timestamp (3) with time zone,
	"recorded_by_id" text,
	"sections" jsonb,
	"figures" jsonb,
	CONSTRAINT "report_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "rulebook_acknowledgement" (
	"rulebook_id" text NOT NULL,
	"version" integer NOT NULL,
	"person_id" text NOT NULL,
	"acknowledged_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rulebook_acknowledgement_rulebook_id_version_person_id_pk" PRIMARY KEY("rulebook_id","version","person_id")
);
--> statement-breakpoint
CREATE TABLE "rulebook_draft" (
	"case_id" text PRIMARY KEY NOT NULL,
	"rulebook_id" text NOT NULL,
	"kind" text NOT NULL,
	"values" jsonb NOT NULL,
	"note" text NOT NULL,
	"reference" text,
	"author_id" text NOT NULL,
	"version" integer,
	"effective_on" date,
	"published_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "rulebook_review" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"rulebook_id" text NOT NULL,
	"reviewed_at" timestamp (3) with time zone NOT NULL,
	"by_id" text NOT NULL,
	"note" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_rating" (
	"fact_id" uuid PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"engineer_id" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"attitude" text,
	"skill" text,
	"result" text,
	"signature" text,
	"superseded" boolean DEFAULT false NOT NULL,
	CONSTRAINT "service_rating_whole" CHECK (num_nulls("service_rating"."attitude", "service_rating"."skill", "service_rating"."result") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "service_task" (
	"case_id" text PRIMARY KEY NOT NULL,
	"issuer_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_details" text NOT NULL,
	"requirement" text NOT NULL,
	"site_situation" text NOT NULL,
	"product" text,
	"engineer_id" text,
	"form" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "project_member" (
	"project_id" text NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "project_member_project_id_person_id_pk" PRIMARY KEY("project_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "staff_change" (
	"case_id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"outgoing_id" text NOT NULL,
	"incoming_id" text,
	"trigger" text NOT NULL,
	"ground" text,
	"handover_start_on" date,
	"takes_over_on" date
);
--> statement-breakpoint
CREATE TABLE "recommendation" (
	"case_id" text PRIMARY KEY NOT NULL,
	"consequence_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"action" text NOT NULL,
	"grounded" boolean DEFAULT true NOT NULL,
	"decision" text,
	CONSTRAINT "recommendation_consequence_id_unique" UNIQUE("consequence_id")
);
--> statement-breakpoint
CREATE TABLE "window_look" (
	"person_id" text PRIMARY KEY NOT NULL,
	"due" boolean DEFAULT true NOT NULL,
	"looked_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "accident" ADD CONSTRAINT "accident_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accident" ADD CONSTRAINT "accident_engineer_id_person_id_fk" FOREIGN KEY ("engineer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accident" ADD CONSTRAINT "accident_supervisor_id_person_id_fk" FOREIGN KEY ("supervisor_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accident" ADD CONSTRAINT "accident_source_case_id_case_id_fk" FOREIGN KEY ("source_case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_consequence_id_consequence_id_fk" FOREIGN KEY ("consequence_id") REFERENCES "public"."consequence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "penalty" ADD CONSTRAINT "penalty_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "penalty" ADD CONSTRAINT "penalty_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_file" ADD CONSTRAINT "assessment_file_case_id_assessment_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."assessment"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_line" ADD CONSTRAINT "assessment_line_consequence_id_consequence_id_fk" FOREIGN KEY ("consequence_id") REFERENCES "public"."consequence"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_line" ADD CONSTRAINT "assessment_line_case_id_assessment_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."assessment"("case_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_sha256_attachment_content_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."attachment_content"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_sent_by_id_person_id_fk" FOREIGN KEY ("sent_by_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_user" ADD CONSTRAINT "auth_user_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_leg" ADD CONSTRAINT "call_leg_line_id_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."line"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_leg" ADD CONSTRAINT "call_leg_answered_by_id_person_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_leg" ADD CONSTRAINT "call_leg_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_line_id_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."line"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cti_event" ADD CONSTRAINT "cti_event_leg_id_call_leg_id_fk" FOREIGN KEY ("leg_id") REFERENCES "public"."call_leg"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_obligation_id_obligation_id_fk" FOREIGN KEY ("obligation_id") REFERENCES "public"."obligation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact" ADD CONSTRAINT "fact_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consequence_seen" ADD CONSTRAINT "consequence_seen_consequence_id_consequence_id_fk" FOREIGN KEY ("consequence_id") REFERENCES "public"."consequence"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer" ADD CONSTRAINT "customer_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_number" ADD CONSTRAINT "phone_number_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_number" ADD CONSTRAINT "phone_number_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_report" ADD CONSTRAINT "incident_report_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_merged_into_id_case_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_roster" ADD CONSTRAINT "duty_roster_line_id_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."line"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_roster" ADD CONSTRAINT "duty_roster_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line" ADD CONSTRAINT "line_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outage" ADD CONSTRAINT "outage_line_id_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."line"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outage" ADD CONSTRAINT "outage_declared_by_person_id_fk" FOREIGN KEY ("declared_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_superior_id_person_id_fk" FOREIGN KEY ("superior_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_region" ADD CONSTRAINT "person_region_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_region" ADD CONSTRAINT "person_region_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_skill" ADD CONSTRAINT "person_skill_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitution" ADD CONSTRAINT "substitution_from_person_id_person_id_fk" FOREIGN KEY ("from_person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitution" ADD CONSTRAINT "substitution_to_person_id_person_id_fk" FOREIGN KEY ("to_person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_file" ADD CONSTRAINT "person_file_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_file" ADD CONSTRAINT "person_file_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_recorded_by_id_person_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rulebook_acknowledgement" ADD CONSTRAINT "rulebook_acknowledgement_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rulebook_draft" ADD CONSTRAINT "rulebook_draft_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_rating" ADD CONSTRAINT "service_rating_fact_id_fact_id_fk" FOREIGN KEY ("fact_id") REFERENCES "public"."fact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_rating" ADD CONSTRAINT "service_rating_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_rating" ADD CONSTRAINT "service_rating_engineer_id_person_id_fk" FOREIGN KEY ("engineer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_task" ADD CONSTRAINT "service_task_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_task" ADD CONSTRAINT "service_task_issuer_id_person_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_task" ADD CONSTRAINT "service_task_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_task" ADD CONSTRAINT "service_task_engineer_id_person_id_fk" FOREIGN KEY ("engineer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_change" ADD CONSTRAINT "staff_change_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_case_id_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_consequence_id_consequence_id_fk" FOREIGN KEY ("consequence_id") REFERENCES "public"."consequence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "window_look" ADD CONSTRAINT "window_look_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accident_engineer" ON "accident" USING btree ("engineer_id","occurred_at");--> statement-breakpoint
CREATE INDEX "accident_supervisor" ON "accident" USING btree ("supervisor_id","occurred_at");--> statement-breakpoint
CREATE INDEX "appeal_person" ON "appeal" USING btree ("person_id","filed_at");--> statement-breakpoint
CREATE INDEX "penalty_person" ON "penalty" USING btree ("person_id","proposed_at");--> statement-breakpoint
CREATE INDEX "assessment_line_case" ON "assessment_line" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "attachment_case_id_index" ON "attachment" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "attachment_sha256_index" ON "attachment" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "audit_entry_noun_subject_id_id_index" ON "audit_entry" USING btree ("noun","subject_id","id");--> statement-breakpoint
CREATE INDEX "audit_entry_person_id_id_index" ON "audit_entry" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "auth_account_user_id_index" ON "auth_account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_session_user_id_index" ON "auth_session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_verification_identifier_index" ON "auth_verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "calendar_day_calendar_on_index" ON "calendar_day" USING btree ("calendar","on");--> statement-breakpoint
CREATE INDEX "call_leg_number" ON "call_leg" USING btree ("number","answered_at");--> statement-breakpoint
CREATE INDEX "call_number" ON "call" USING btree ("number");--> statement-breakpoint
CREATE INDEX "cti_event_leg" ON "cti_event" USING btree ("leg_id");--> statement-breakpoint
CREATE INDEX "case_alarm" ON "case" USING btree ("next_alarm_at") WHERE state = 'open' and next_alarm_at is not null;--> statement-breakpoint
CREATE INDEX "case_kind_state" ON "case" USING btree ("kind","state","id");--> statement-breakpoint
CREATE INDEX "case_parent" ON "case" USING btree ("parent_id") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "case_customer" ON "case" USING btree ("customer_id","started_at");--> statement-breakpoint
CREATE INDEX "escalation_case" ON "escalation" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "fact_case" ON "fact" USING btree ("case_id","occurred_at");--> statement-breakpoint
CREATE UNIQUE INDEX "obligation_one" ON "obligation" USING btree ("case_id","promise","clause","round",coalesce(bearer_id, bearer_role, ''),coalesce(recipient_id, recipient_role, '')) WHERE reason is distinct from 'reassigned';--> statement-breakpoint
CREATE INDEX "obligation_case" ON "obligation" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "obligation_bearer" ON "obligation" USING btree ("bearer_id","due_at") WHERE work = 'open';--> statement-breakpoint
CREATE INDEX "obligation_role" ON "obligation" USING btree ("bearer_role","due_at") WHERE work = 'open' and bearer_id is null;--> statement-breakpoint
CREATE INDEX "obligation_due" ON "obligation" USING btree ("due_at") WHERE work = 'open';--> statement-breakpoint
CREATE INDEX "change_at" ON "change" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "consequence_person" ON "consequence" USING btree ("person_id","occurred_at");--> statement-breakpoint
CREATE INDEX "consequence_case" ON "consequence" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "consequence_obligation" ON "consequence" USING btree ("obligation_id");--> statement-breakpoint
CREATE INDEX "consequence_about" ON "consequence" USING btree ("about_id");--> statement-breakpoint
CREATE INDEX "contact_customer_id_index" ON "contact" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "phone_number_number_index" ON "phone_number" USING btree ("number");--> statement-breakpoint
CREATE INDEX "phone_number_person_id_index" ON "phone_number" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "phone_number_contact_id_index" ON "phone_number" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "project_customer_id_index" ON "project" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "idempotency_key_created_at_index" ON "idempotency_key" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "incident_merged" ON "incident" USING btree ("merged_into_id") WHERE merged_into_id is not null;--> statement-breakpoint
CREATE INDEX "notification_due" ON "notification" USING btree ("next_attempt_at") WHERE delivered_at is null and failed_at is null and next_attempt_at is not null;--> statement-breakpoint
CREATE INDEX "notification_person" ON "notification" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "notification_case" ON "notification" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "absence_person_id_from_at_index" ON "absence" USING btree ("person_id","from_at");--> statement-breakpoint
CREATE INDEX "duty_roster_line_id_from_at_index" ON "duty_roster" USING btree ("line_id","from_at");--> statement-breakpoint
CREATE INDEX "outage_line_id_from_at_index" ON "outage" USING btree ("line_id","from_at");--> statement-breakpoint
CREATE INDEX "person_superior_id_index" ON "person" USING btree ("superior_id");--> statement-breakpoint
CREATE INDEX "person_role_role_from_at_index" ON "person_role" USING btree ("role","from_at");--> statement-breakpoint
CREATE INDEX "person_role_person_id_index" ON "person_role" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "substitution_from_person_id_role_from_at_index" ON "substitution" USING btree ("from_person_id","role","from_at");--> statement-breakpoint
CREATE INDEX "substitution_to_person_id_index" ON "substitution" USING btree ("to_person_id");--> statement-breakpoint
CREATE INDEX "policy_binding_topic" ON "policy_binding" USING btree ("topic","scope","scope_id");--> statement-breakpoint
CREATE INDEX "report_period" ON "report" USING btree ("form","period_from_at");--> statement-breakpoint
CREATE INDEX "report_author" ON "report" USING btree ("author_id","period_from_at");--> statement-breakpoint
CREATE INDEX "rulebook_draft_book" ON "rulebook_draft" USING btree ("rulebook_id","version");--> statement-breakpoint
CREATE INDEX "rulebook_review_book" ON "rulebook_review" USING btree ("rulebook_id","reviewed_at");--> statement-breakpoint
CREATE INDEX "service_rating_engineer" ON "service_rating" USING btree ("engineer_id","signed_at");--> statement-breakpoint
CREATE INDEX "service_task_engineer" ON "service_task" USING btree ("engineer_id");--> statement-breakpoint
CREATE INDEX "service_task_customer" ON "service_task" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "project_member_person_id_index" ON "project_member" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "staff_change_outgoing" ON "staff_change" USING btree ("outgoing_id");--> statement-breakpoint
CREATE INDEX "staff_change_project" ON "staff_change" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "recommendation_person" ON "recommendation" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "window_look_due" ON "window_look" USING btree ("person_id") WHERE due;