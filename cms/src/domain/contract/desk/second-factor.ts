/** The second factor of the admin's accounts: how the sign-in asks for it, and the page « Connexion ». */
import { z } from 'zod';

/** `required`: the password is right, the code is missing. */
export const SecondFactorProblem = z.enum(['required', 'wrong', 'unreadable', 'too-many']);
export type SecondFactorProblem = z.infer<typeof SecondFactorProblem>;

/** The field of `POST /admin/login` and `POST /admin/reset-password` that holds the code. */
export const CODE_FIELD = 'secondFactor';
/** Longer than any code, however it is typed. */
export const CODE_LENGTH = 40;

/** How Strapi answers a sign-in whose code is missing or wrong, in part. */
export const SecondFactorAsked = z.object({
  error: z.object({ message: z.string(), details: z.object({ secondFactor: SecondFactorProblem }) }),
});

/** `GET /trame/second-factor`: what the account of who asks has. */
export const SecondFactorState = z.strictObject({
  /** An ISO instant; null when no code is asked for. */
  activeSince: z.iso.datetime().nullable(),
  recoveryCodes: z.int(),
  /** The other accounts, for a super administrator; null for anybody else. */
  others: z
    .array(
      z.strictObject({ id: z.int(), name: z.string(), email: z.string(), activeSince: z.iso.datetime().nullable() }),
    )
    .nullable(),
});
export type SecondFactorState = z.infer<typeof SecondFactorState>;

/** `POST /trame/second-factor/begin { password }`: shown once. */
export const NewSecondFactor = z.strictObject({
  /** In groups of four, for whoever types it. */
  key: z.string(),
  /** `otpauth://…`, for a QR code. */
  uri: z.string(),
});
export type NewSecondFactor = z.infer<typeof NewSecondFactor>;

/** `POST …/confirm { code }` and `POST …/recovery-codes { code }`: shown once. */
export const RecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
