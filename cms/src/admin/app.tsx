/** The admin as French editors see it. Outline only: each line is a folder beside this file. */
import type { StrapiApp } from '@strapi/strapi/admin';
import { registerEventPage } from './event-page/register-event-page.ts';
import { registerGuidePage } from './guide-page/register-guide-page.ts';
import { registerResourcePage } from './resource-page/register-resource-page.ts';
import { registerAssociationPage } from './association-page/register-association-page.ts';
import { askBeforeDeleting } from './bin/ask-before-deleting.tsx';
import { registerBin } from './bin/register-bin.ts';
import { registerBoard } from './board/register-board.ts';
import { nameDocument } from './branding/document-title.ts';
import { colourLoaders } from './branding/loader-colour.ts';
import { writeFirstOfMonth } from './branding/first-of-month.ts';
import { watchHardCodedWords } from './branding/hard-coded-words.ts';
import { watchAccessibility } from './branding/mend-accessibility.ts';
import { authLogo, menuLogo } from './branding/logos.ts';
import { themes } from './branding/themes.ts';
import { communeCodeField } from './commune-code/field.ts';
import { arrangeEditView } from './edit-view/arrange-edit-view.ts';
import { leadToOwnPages } from './edit-view/lead-to-own-pages.tsx';
import { lookAlikesPanel } from './edit-view/look-alikes-panel.tsx';
import { schedulePanel } from './edit-view/schedule-panel.tsx';
import { publicPagePanel } from './edit-view/public-page-panel.tsx';
import { leadToConcernedRecords } from './concerned-records/lead-to-records.ts';
import { registerDesk } from './desk/register-desk.ts';
import { printingPanel } from './editions/printing-panel.tsx';
import { registerDuplicates } from './duplicates/register-duplicates.ts';
import { registerEditions } from './editions/register-editions.ts';
import { carryVersionsOfForms } from './form-versions/carry-versions.ts';
import { formPanel } from './form-versions/form-panel.ts';
import { arrangeFinding } from './finding/arrange-finding.tsx';
import { arrangeFormInputs, registerFormInputs } from './form-inputs/register-form-inputs.ts';
import { arrangeWidgets } from './home/widgets.ts';
import { registerImport } from './import/register-import.ts';
import { registerJobs } from './jobs/register-jobs.ts';
import { registerJournal } from './journal/register-journal.ts';
import { registerRecordLists } from './record-lists/register-record-lists.ts';
import { registerRestore } from './restore/register-restore.ts';
import { registerStaleEntries } from './stale-entries/register-stale-entries.ts';
import { registerUnanswered } from './unanswered/register-unanswered.ts';
import { forgetTypedAtSignOut } from './kit/record-page/forget-at-sign-out.ts';
import { arrangeColumns } from './lists/arrange-columns.tsx';
import { readListsAnew } from './lists/read-lists-anew.ts';
import { fitLists } from './lists/fit-lists.ts';
import { nameLists } from './lists/name-lists.ts';
import { watchDatesInTitles } from './lists/watch-titles.ts';
import { hideWhatEditorsNeverUse } from './menu/menu.ts';
import { hideImportFromAddress } from './menu/import-from-address.ts';
import { arrangeContentLinks } from './menu/content-links.ts';
import { hideIdentifiers } from './menu/identifiers.ts';
import { hideStrapiLinks } from './menu/strapi-links.ts';
import { hideVersions } from './menu/versions.ts';
import { hideSectionCounts } from './menu/section-counts.ts';
import { closeStrapiNews, hideStrapiNewsletter } from './menu/strapi-news.ts';
import { arrangePrintedTexts, registerPrintedTexts } from './print-length/printed-texts.ts';
import { askForCodeAtSignIn } from './second-factor/ask-at-sign-in.ts';
import { registerSecondFactor } from './second-factor/register-second-factor.ts';
import { french, preferFrench } from './translations/index.ts';

/** Strapi hands the router out while pages are registered, and their list is whole only afterwards. */
let router: StrapiApp['router'];

export default {
  config: {
    locales: ['fr'],
    translations: { fr: french },
    auth: { logo: authLogo },
    menu: { logo: menuLogo },
    theme: themes,
    tutorials: false,
    notifications: { releases: false },
  },

  register(app: StrapiApp) {
    router = app.router;
    preferFrench();
    nameDocument();
    writeFirstOfMonth();
    watchHardCodedWords();
    watchAccessibility();
    colourLoaders();
    watchDatesInTitles();
    nameLists();
    fitLists();
    hideWhatEditorsNeverUse(app);
    hideStrapiLinks();
    hideVersions();
    hideIdentifiers();
    hideImportFromAddress();
    closeStrapiNews();
    hideStrapiNewsletter();
    hideSectionCounts();
    askForCodeAtSignIn(themes);
    leadToConcernedRecords();
    forgetTypedAtSignOut();
    leadToOwnPages(app);
    registerAssociationPage(app);
    registerEventPage(app);
    registerGuidePage(app);
    registerResourcePage(app);
    carryVersionsOfForms(themes);
    arrangeWidgets(app);
    app.customFields.register(communeCodeField);
    registerPrintedTexts(app);
    registerRecordLists(app);
    registerFormInputs(app);
    registerDesk(app);
    registerBoard(app);
    registerStaleEntries(app);
    registerEditions(app);
    registerImport(app);
    registerDuplicates(app);
    registerUnanswered(app);
    registerJournal(app);
    registerJobs(app);
    registerBin(app);
    registerSecondFactor(app);
    registerRestore(app);
  },

  bootstrap(app: StrapiApp) {
    arrangeContentLinks(app);
    arrangeEditView(app, [lookAlikesPanel, publicPagePanel, schedulePanel, printingPanel, formPanel]);
    askBeforeDeleting(app);
    arrangePrintedTexts(app);
    arrangeFinding({ router });
    arrangeColumns(app);
    readListsAnew(app);
    arrangeFormInputs(app);
  },
};
