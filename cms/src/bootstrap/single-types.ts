import type { Core } from '@strapi/strapi';

const TO_FILL = 'À compléter';

const paragraph = (text: string) => ({ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] });

/**
 * What the site cannot be built without, in a state that says itself that it must be filled in. Only what is missing is
 * made: the first editor finds a working site, and nothing that was written is ever touched.
 */
export async function createMissingSingleTypes(strapi: Core.Strapi): Promise<void> {
  const settings = strapi.documents('api::site-settings.site-settings');
  if (!(await settings.findFirst({ fields: ['id'] }))) {
    const year = new Date().getFullYear();
    await settings.create({
      data: {
        siteName: 'Annuaire des associations',
        tagline: 'Les associations de notre territoire',
        territoryName: 'Notre territoire',
        operatorName: `${TO_FILL} : la structure qui tient l’annuaire`,
        primaryColour: '#1d5c4d',
        accentColour: '#c2571a',
        season: `${year}-${year + 1}`,
        bookletTitle: 'Guide des associations',
      },
    });
  }

  const home = strapi.documents('api::home.home');
  if (!(await home.findFirst({ fields: ['id'] }))) {
    await home.create({
      status: 'published',
      data: {
        title: 'Trouvez votre association',
        introduction: 'Toutes les associations du territoire, leurs activités et leurs rendez-vous.',
      },
    });
  }

  const legal = strapi.documents('api::legal.legal');
  if (!(await legal.findFirst({ fields: ['id'] }))) {
    await legal.create({
      status: 'published',
      data: {
        publisherName: `${TO_FILL} : la structure qui publie ce site`,
        publisherAddress: TO_FILL,
        publicationDirector: `${TO_FILL} : la personne responsable de la publication`,
        hostName: `${TO_FILL} : l’hébergeur du site`,
        hostAddress: TO_FILL,
        dataController: `${TO_FILL} : la structure responsable des données personnelles`,
        privacy: [paragraph(`${TO_FILL} : comment les données personnelles sont traitées sur ce site.`)],
        accessibilityState: 'non conforme',
        accessibilityContact: `${TO_FILL} : à qui signaler un défaut d’accessibilité`,
      },
    });
  }
}
