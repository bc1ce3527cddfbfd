/** The admin as French editors see it. Outline only: each line is a folder beside this file. */
import type { StrapiApp } from '@strapi/strapi/admin';
import { registerBoard } from './board/register-board.ts';
import { nameDocument } from './branding/document-title.ts';
import { watchHardCodedWords } from './branding/hard-coded-words.ts';
import { authLogo, menuLogo } from './branding/logos.ts';
import { themes } from './branding/themes.ts';
import { communeCodeField } from './commune-code/field.ts';
import { arrangeEditView } from './edit-view/arrange-edit-view.ts';
import { registerDesk } from './desk/register-desk.ts';
import { registerEditions } from './editions/register-editions.ts';
import { arrangeWidgets } from './home/widgets.ts';
import { registerJournal } from './journal/register-journal.ts';
import { hideWhatEditorsNeverUse } from './menu/menu.ts';
import { arrangeContentLinks } from './menu/content-links.ts';
import { hideStrapiLinks } from './menu/strapi-links.ts';
import { closeStrapiNews } from './menu/strapi-news.ts';
import { arrangePrintedTexts, registerPrintedTexts } from './print-length/printed-texts.ts';
import { french, preferFrench } from './translations/index.ts';

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
    preferFrench();
    nameDocument();
    watchHardCodedWords();
    hideWhatEditorsNeverUse(app);
    hideStrapiLinks();
    closeStrapiNews();
    arrangeWidgets(app);
    app.customFields.register(communeCodeField);
    registerPrintedTexts(app);
    registerDesk(app);
    registerBoard(app);
    registerEditions(app);
    registerJournal(app);
  },

  bootstrap(app: StrapiApp) {
    arrangeContentLinks(app);
    arrangeEditView(app);
    arrangePrintedTexts(app);
  },
};
