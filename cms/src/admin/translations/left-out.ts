/** Texts of Strapi's that stay in English, and why no editor meets them. Each pattern is matched against the full key. */
export const leftOut: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  {
    pattern: /^content-type-builder\./,
    why: 'The model of the data lives in the repository; the link is taken out of the menu.',
  },
  {
    pattern: /^(form\.attribute\.condition\.|true$|null$|false$|FIXME$|Zone pour plugins$)/,
    why: 'Screens of the model builder.',
  },
  {
    pattern:
      /^(content-releases\.|releases\.|modal\.form\.input\.label\.schedule-release|pages\.PurchaseRelease|content-manager-list-view\.add-to-release)/,
    why: 'Releases: a paid plan of Strapi.',
  },
  {
    pattern:
      /^(review-workflows\.|Settings\.review-workflows|settings\.(page\.purchase|review-workflows)|actions\.(created|updated|deleted)$|dnd\.(grab|drop|cancel)-item|dnd\.reorder|\[tbdb\]|content-manager\.(components\.Filters\.reviewWorkflows|containers\.edit\.panels\.review-workflows))/,
    why: 'Review workflows: a paid plan of Strapi.',
  },
  {
    pattern: /^Settings\.(permissions\.auditLogs|sso|content-history|page\.[Pp]urchase)/,
    why: 'Audit logs, single sign-on, history: paid plans of Strapi.',
  },
  {
    pattern: /^(content-manager\.(history|restore)\.|history\.content)/,
    why: 'Content history: a paid plan of Strapi.',
  },
  { pattern: /^Settings\.application\.(ai-usage|admin-seats\.at-limit)/, why: 'Counts of paid plans.' },
  {
    pattern:
      /^app\.components\.(FreeTrial|UpsellBanner|LeftMenu\.trialCountdown|NpsSurvey|Onboarding|BlockLink|premiumFeature)|^components\.premiumFeature|^notification\.ee\./,
    why: 'Promotion of paid plans and surveys, switched off in config/admin.ts (flags promoteEE and nps).',
  },
  { pattern: /^(tours\.|app\.components\.GuidedTour)/, why: 'Tutorials, switched off in app.tsx.' },
  { pattern: /^widget\.deploy-now/, why: 'Strapi Cloud, not installed.' },
  { pattern: /^(i18n\.|Settings\.locales\.)/, why: 'No type is localised, so the content manager shows none of it.' },
  {
    pattern:
      /(^|\.)(ai\.|AI|settings\.form\.aiMetadata|asset-details\.replace\.description\.ai|upload\.progress\.(file\.)?(generatingM|metadata)|list\.bulk-actions\.create-metadata)/,
    why: 'Strapi AI: a paid plan.',
  },
  { pattern: /^users-permissions\..*console|^http:\/\/www\.client-app\.com$/, why: 'Not a text: an example address.' },
  { pattern: /^mycustomfields\./, why: 'Fixtures of Strapi’s own tests.' },
];
