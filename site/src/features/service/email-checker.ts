export { parseEmail } from '@trame/cms/domain/email';
