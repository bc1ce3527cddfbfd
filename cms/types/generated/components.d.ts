import type { Schema, Struct } from '@strapi/strapi';

export interface ActivityActivity extends Struct.ComponentSchema {
  collectionName: 'components_activity_activities';
  info: {
    displayName: 'Activit\u00E9';
    icon: 'star';
  };
  attributes: {
    ageMax: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 120;
          min: 0;
        },
        number
      >;
    ageMaxUnit: Schema.Attribute.Enumeration<['ans', 'mois']> & Schema.Attribute.DefaultTo<'ans'>;
    ageMin: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 120;
          min: 0;
        },
        number
      >;
    ageMinUnit: Schema.Attribute.Enumeration<['ans', 'mois']> & Schema.Attribute.DefaultTo<'ans'>;
    communeCode: Schema.Attribute.String & Schema.Attribute.CustomField<'global::commune-code'>;
    description: Schema.Attribute.Text;
    label: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    place: Schema.Attribute.String;
    price: Schema.Attribute.String;
    season: Schema.Attribute.String;
    slots: Schema.Attribute.Component<'activity.slot', true>;
  };
}

export interface ActivitySlot extends Struct.ComponentSchema {
  collectionName: 'components_activity_slots';
  info: {
    displayName: 'Cr\u00E9neau';
    icon: 'clock';
  };
  attributes: {
    begin: Schema.Attribute.Time;
    day: Schema.Attribute.Enumeration<['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']> &
      Schema.Attribute.Required;
    end: Schema.Attribute.Time;
    note: Schema.Attribute.String;
  };
}

export interface AgendaRegistration extends Struct.ComponentSchema {
  collectionName: 'components_agenda_registrations';
  info: {
    displayName: 'Inscription';
    icon: 'check';
  };
  attributes: {
    kind: Schema.Attribute.Enumeration<['t\u00E9l\u00E9phone', 'courriel', 'lien']> & Schema.Attribute.Required;
    value: Schema.Attribute.String & Schema.Attribute.Required;
  };
}

export interface AgendaTiming extends Struct.ComponentSchema {
  collectionName: 'components_agenda_timings';
  info: {
    displayName: 'Horaire';
    icon: 'calendar';
  };
  attributes: {
    atMidnight: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    begin: Schema.Attribute.DateTime & Schema.Attribute.Required;
    end: Schema.Attribute.DateTime;
    newBegin: Schema.Attribute.DateTime;
    newEnd: Schema.Attribute.DateTime;
    state: Schema.Attribute.Enumeration<['pr\u00E9vu', 'annul\u00E9', 'report\u00E9', 'complet']> &
      Schema.Attribute.DefaultTo<'pr\u00E9vu'>;
  };
}

export interface CampaignReminder extends Struct.ComponentSchema {
  collectionName: 'components_campaign_reminders';
  info: {
    displayName: 'Rappel';
    icon: 'bell';
  };
  attributes: {
    afterDays: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 200;
          min: 1;
        },
        number
      >;
    body: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 5000;
      }>;
    subject: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 150;
      }>;
  };
}

export interface ContactContact extends Struct.ComponentSchema {
  collectionName: 'components_contact_contacts';
  info: {
    displayName: 'Contact';
    icon: 'user';
  };
  attributes: {
    consentDate: Schema.Attribute.Date;
    consentSource: Schema.Attribute.Enumeration<
      ['formulaire en ligne', 'bulletin papier', 'courriel', 't\u00E9l\u00E9phone', 'forum']
    >;
    email: Schema.Attribute.String;
    name: Schema.Attribute.String;
    openData: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
    phone: Schema.Attribute.String;
    print: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
    professionals: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
    role: Schema.Attribute.String;
    web: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
  };
}

export interface EditionAdvertisement extends Struct.ComponentSchema {
  collectionName: 'components_edition_advertisements';
  info: {
    displayName: 'Publicit\u00E9';
    icon: 'picture';
  };
  attributes: {
    advertiser: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    image: Schema.Attribute.Media<'images'> & Schema.Attribute.Required;
    size: Schema.Attribute.Enumeration<['page enti\u00E8re', 'demi-page', 'quart de page']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'demi-page'>;
  };
}

export interface EditionPaper extends Struct.ComponentSchema {
  collectionName: 'components_edition_papers';
  info: {
    displayName: 'Papier';
    icon: 'file';
  };
  attributes: {
    bulk: Schema.Attribute.Decimal &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 3;
          min: 0.5;
        },
        number
      > &
      Schema.Attribute.DefaultTo<0.9>;
    grammage: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 500;
          min: 40;
        },
        number
      >;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }> &
      Schema.Attribute.DefaultTo<'couch\u00E9 mat'>;
  };
}

export interface EditionPartnerLogo extends Struct.ComponentSchema {
  collectionName: 'components_edition_partner_logos';
  info: {
    displayName: 'Logo de partenaire';
    icon: 'picture';
  };
  attributes: {
    logo: Schema.Attribute.Media<'images'> & Schema.Attribute.Required;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
  };
}

export interface EditionUsefulNumber extends Struct.ComponentSchema {
  collectionName: 'components_edition_useful_numbers';
  info: {
    displayName: 'Num\u00E9ro utile';
    icon: 'phone';
  };
  attributes: {
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    note: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
    number: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
  };
}

export interface HomeQuestion extends Struct.ComponentSchema {
  collectionName: 'components_home_questions';
  info: {
    displayName: 'Question fr\u00E9quente';
    icon: 'search';
  };
  attributes: {
    label: Schema.Attribute.String & Schema.Attribute.Required;
    query: Schema.Attribute.String & Schema.Attribute.Required;
  };
}

export interface LinkExternalId extends Struct.ComponentSchema {
  collectionName: 'components_link_external_ids';
  info: {
    displayName: 'Identifiant ext\u00E9rieur';
    icon: 'key';
  };
  attributes: {
    externalId: Schema.Attribute.String & Schema.Attribute.Required;
    source: Schema.Attribute.String & Schema.Attribute.Required;
  };
}

export interface LinkNetwork extends Struct.ComponentSchema {
  collectionName: 'components_link_networks';
  info: {
    displayName: 'R\u00E9seau';
    icon: 'link';
  };
  attributes: {
    network: Schema.Attribute.Enumeration<
      ['facebook', 'instagram', 'helloasso', 'youtube', 'linkedin', 'mastodon', 'whatsapp', 'autre']
    > &
      Schema.Attribute.Required;
    url: Schema.Attribute.String & Schema.Attribute.Required;
  };
}

export interface LinkSource extends Struct.ComponentSchema {
  collectionName: 'components_link_sources';
  info: {
    displayName: 'Source';
    icon: 'quote';
  };
  attributes: {
    label: Schema.Attribute.String & Schema.Attribute.Required;
    url: Schema.Attribute.String;
  };
}

export interface PlaceAccessibility extends Struct.ComponentSchema {
  collectionName: 'components_place_accessibilities';
  info: {
    displayName: 'Accessibilit\u00E9 du lieu';
    icon: 'walk';
  };
  attributes: {
    hearing: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
    intellectual: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
    mobility: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
    note: Schema.Attribute.Text;
    psychological: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
    sight: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
  };
}

export interface PlaceAddress extends Struct.ComponentSchema {
  collectionName: 'components_place_addresses';
  info: {
    displayName: 'Adresse';
    icon: 'pinMap';
  };
  attributes: {
    city: Schema.Attribute.String;
    complement: Schema.Attribute.String;
    latitude: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 90;
          min: -90;
        },
        number
      >;
    longitude: Schema.Attribute.Float &
      Schema.Attribute.SetMinMax<
        {
          max: 180;
          min: -180;
        },
        number
      >;
    postalCode: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 5;
      }>;
    public: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
    street: Schema.Attribute.String;
  };
}

export interface PlanIndicator extends Struct.ComponentSchema {
  collectionName: 'components_plan_indicators';
  info: {
    displayName: 'Indicateur';
    icon: 'chartBubble';
  };
  attributes: {
    label: Schema.Attribute.String & Schema.Attribute.Required;
    readings: Schema.Attribute.Component<'plan.reading', true>;
    target: Schema.Attribute.Decimal;
    unit: Schema.Attribute.String;
  };
}

export interface PlanReading extends Struct.ComponentSchema {
  collectionName: 'components_plan_readings';
  info: {
    displayName: 'Relev\u00E9';
    icon: 'bulletList';
  };
  attributes: {
    date: Schema.Attribute.Date & Schema.Attribute.Required;
    note: Schema.Attribute.String;
    value: Schema.Attribute.Decimal & Schema.Attribute.Required;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'activity.activity': ActivityActivity;
      'activity.slot': ActivitySlot;
      'agenda.registration': AgendaRegistration;
      'agenda.timing': AgendaTiming;
      'campaign.reminder': CampaignReminder;
      'contact.contact': ContactContact;
      'edition.advertisement': EditionAdvertisement;
      'edition.paper': EditionPaper;
      'edition.partner-logo': EditionPartnerLogo;
      'edition.useful-number': EditionUsefulNumber;
      'home.question': HomeQuestion;
      'link.external-id': LinkExternalId;
      'link.network': LinkNetwork;
      'link.source': LinkSource;
      'place.accessibility': PlaceAccessibility;
      'place.address': PlaceAddress;
      'plan.indicator': PlanIndicator;
      'plan.reading': PlanReading;
    }
  }
}
