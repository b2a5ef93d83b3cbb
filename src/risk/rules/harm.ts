/** Self-injury, eating, substances, psychosis and the perinatal time. */
import { rule, type Rule } from './types'

const fixed = { polarity: 'fixed' } as const

export const harmRules: Rule[] = [
  rule('self-harm', 'self-harm', 'self-harm', 1, 'tells of hurting themselves', `
    self harm|harming|harmed|injury|injuring|injure|mutilation|hurt|inflicted|destruct|harms
    selfharm|selfharming|selfharmed|selfinjury
    sh urges|relapse|relapsed|again|clean|scars|tonight|thoughts
    urge|urges|want|relapsed|relapse to|on|with|into sh
    @hurt|cuts|starve|starving @myself
    cut|cutting|burned|burn|burning|sliced ~2 my|me ~1 @bodypart
    scars|cuts ~3 @my ~1 @bodypart
    @my cuts|scars|blades|razors
    bang|banging|hit|hitting|punch|punching|smash|bash|bashing ~1 @my head
    punching|punch walls|wall
    urge|urges|craving|itching|need|tempted|wanna|want|going|gonna ~2 @hurt @myself
    urge|urges|tempted|itching|desperate to cut|burn|hurt|bleed
    started|start|back cutting|burning
    blade|razor|lighter ~3 @my ~1 skin|arm|arms|thigh|wrist|leg
    relapsed|relapse
    want to? bleed|feel pain
    wanna|want see|feel ~2 blood
    bit|scratch|scratched|pick|picking ~3 until ~2 bleed|bled|bleeding|blood
    pull|pulling out my hair
    feel|feeling|felt like cutting|hurting|harming|burning|bleeding
  `),
  rule('self-harm-now', 'self-harm', 'self-harm-now', 2, 'is hurting themselves or about to', `
    just|tonight|today|now|again|currently|already|earlier|im|ive ~2 cut|cutting|burned|burnt|burning|sliced|hurt @myself
    cutting|hurting|burning|harming @myself now|tonight|again|rn|every|daily|today
    @cutv ~2 @my ~1 @bodypart ~3 deep|stitches|bleeding|badly|again|tonight|now|just|today
    cut|went|gone so|too|really|pretty? deep|deeper
    need|needs|needed stitches
    been|started|back|keep cutting|harming|burning again|every|daily|deeper|more|lately|worse
    @goingto @to? cut|hurt|burn|harm|slice @myself
    @want @to? @intens? cut|hurt|harm|burn|slice|injure @myself
    @want @to? @intens? self harm|injure|selfharm
    @blade ~4 want|wanna|going|gonna|need|hand|calling|ready|cut
    have|got|holding|my|a ~2 @blade ~3 @my|me hand|wrist|arm|hands|skin
    self harm|harmed|harming|injured again|tonight|today|now|badly|just|earlier
    selfharmed again|tonight|today|now
    want|wanna|need @to? feel|see ~1 blade|blood|cut
    @cant stop cutting|hurting|harming|bleeding
  `),
  rule('self-harm-other', 'self-harm', 'self-harm', 2, 'somebody else may be hurting themselves', `
    cutting|hurting|harming|burning|starving|cuts|hurts|harms|cut|hurt @themself
    cutting|burning|slicing|scratching her|his|their ~1 arms|wrists|wrist|thighs|skin|legs|arm|thigh
    @friend|he|she|they ~3 self harming|harms|harm
    @friend|he|she|they ~2 relapsed|selfharming|selfharms
  `, { who: 'other' }),
  rule('overdose-now', 'overdose', 'overdose-now', 3, 'may have taken an overdose', `
    just|already|have|ive|now|i|he|she|they|av @intens? @took ~4 overdose|od
    just|already|have|ive|now overdosed
    ive|i|just|have|already|he|she|they|av|after|him|her @intens? @took ~1 all|every|whole|entire|loads|lots|too|bunch|handful|bottle|box|packet|pack|#num|heaps|massive|enough|load|extremely|huge|large|dozens|twenty|thirty|forty|fifty|hundred ~5 @pills
    @took ~2 whole|load|lot|handful|bottle|box|packet|pack|bunch|high|huge|large|massive|excessive|strip|lethal|extremely ~3 @pills
    @took way? too many ~3 @pills
    extremely|very|really|massive|huge|large|high quantity|amount|number|dose|doses of? @pills
    @took #num of? the|my|them? @pills|mg|tablets
    mixed|mixing ~3 alcohol|vodka|drink|booze|wine|whisky ~3 @pills
    @pills ~2 with|and alcohol|vodka|whisky|booze|wine
    not breathing|waking|responding ~4 heroin|drugs|pills|gear|fentanyl|overdose|overdosed
    turning|gone|lips|going blue
    unconscious|unresponsive|passed ~4 pills|drugs|heroin|overdose|fentanyl|taken
    overdosing
    threw|drank|swallowed ~1 bleach|antifreeze|weedkiller|poison
  `, { who: 'any' }),
  rule('overdose', 'overdose', 'mild', 1, 'speaks of an overdose', `
    overdose|overdosed|overdoses|od|oding|overdosing
    too many @pills
  `),
  rule('eating', 'eating-disorder', 'eating', 1, 'signs of an eating disorder', `
    anorexia|anorexic|bulimia|bulimic|arfid|ednos|osfed|orthorexia
    eating disorder
    ed|ana|mia recovery|relapse|voice|thoughts|behaviours|behaviors|brain|clinic|tips|buddy
    pro|my ana|mia|ed
    thinspo|thinspiration|meanspo|bonespo|proana|promia
    purge|purging|purged|binge|binged|bingeing|binging
    make|making|made @myself ~1 sick|throw|vomit|puke|purge
    throw|throwing|threw up ~1 after|everything|meals|food|lunch|dinner
    havent|not|stopped|stop|stopping|cant|barely|hardly|dont|refuse|refusing|didnt ~1 eat|eaten|eating ~3 days|day|week|anything|all|food|properly|since|anymore
    starve|starving|starved|restricting|restrict|fasting
    calories|kcal ~4 day|under|only|limit|goal
    laxatives|laxative|diuretics
    fat|disgusting ~3 eat|eating|mirror|ate|weight
    goal|lowest|gw|ugw|hw|lw weight
    scared|terrified|afraid ~2 eat|eating|food|weight
    count|counting|counted every? calorie|calories
    chew|chewing and spit|spitting
    body|weight checking
  `, { polarity: 'fixed' }),
  rule('eating-grave', 'eating-disorder', 'eating', 2, 'an eating disorder with bodily danger', `
    havent|not|nothing ~1 eat|eaten|eating|food ~3 #num|two|three|four|five|six|seven|several days|day|week|weeks
    fainted|fainting|collapsed|collapse|passed|blacking ~5 eating|eat|purging|food|eaten|laxatives|starving|weight|hunger
    heart|chest|palpitations|potassium|bmi ~4 purging|purge|laxatives|eating|anorexia|low|weight
    throwing|threw|vomiting|bringing up? blood
    whole|box|packet|pack|loads|handful|many of? laxatives
    bmi under|of|below|is|at ~1 #num
  `, fixed),
  rule('substance', 'substance', 'substance', 1, 'struggles with alcohol or drugs', `
    relapsed|relapse|relapsing ~4 drink|drinking|drugs|alcohol|gear|heroin|coke|cocaine|meth|booze|weed|using
    drinking|drunk|drink|using|high|smoking|snorting ~3 every|all|each ~1 day|night|morning|time
    addicted|addict|addiction|alcoholic|alcoholism|junkie
    cant|dont|couldnt ~2 stop|quit|without ~1 drinking|drink|using|drugs|alcohol|weed|booze|gear|gambling|smoking|coke
    withdrawal|withdrawals|dts|shakes|detox|rattling|clucking|dopesick
    drink|drinking @myself to|into ~1 sleep|death|oblivion
    drunk|drinking|wasted|hammered|pissed|bottle|bottles|wine|vodka ~3 again|tonight|alone|cope|numb|forget|morning
    heroin|meth|crack|cocaine|coke|ketamine|spice|fentanyl|ghb|speed|gear|smack
    blackout|blackouts|blacked out
    hungover|sober|clean
    abusing|misusing|misuse|abuse ~2 drugs|alcohol|medication|pills|prescription|substances
    shooting|shot|shoot up
  `),
  rule('withdrawal-grave', 'substance', 'substance', 2, 'withdrawal or intoxication with bodily danger', `
    seizure|seizures|fits|fitting|hallucinating|hallucinations|shaking ~5 drinking|alcohol|drink|withdrawal|benzos|stopped|detox|xanax|valium
    stopped|stop|quit|cold|quitting ~3 turkey|drinking|benzos|alcohol ~5 seizure|seizures|shaking|hallucinating|seeing|fit|sweating
    drank|drunk|drinking ~2 bottle|litre|liter|bottles of vodka|whisky|gin|spirits|rum ~4 pills|tablets|drive|driving|car|unconscious
  `),
  rule('psychosis', 'psychosis', 'psychosis', 1, 'may have lost touch with reality', `
    hear|hearing|heard|hears ~2 voices|voice|whispers|whispering
    voices ~3 head|telling|tell|say|saying|wont|stop|louder|again|commenting|calling
    see|seeing ~2 things|people|shadows|figures|demons|faces ~3 arent|not|there|real|others|dont
    hallucinating|hallucinations|hallucination|hallucinate|psychosis|psychotic|schizophrenia|schizoaffective|delusional|delusions|paranoid|paranoia|manic|mania
    they|theyre|government|police|neighbours|neighbors|everyone|cia|mi5|fbi ~3 watching|following|spying|tracking|poisoning|listening|recording|bugged|monitoring|plotting
    chip|implant|device|camera|cameras|microphone ~3 head|brain|tooth|teeth|arm|body|walls|implanted|house|vents
    reading|read|hear|inserting|stealing|broadcasting|controlling|control @my thoughts|mind|brain
    tv|radio|television|adverts|songs|internet ~2 sending|sends|giving ~1 me messages|signs|signals|orders
    messages|signs|signals ~3 me|just ~3 tv|radio|adverts|number|plates|television|news
    tv|radio|television|internet ~2 talking|speaking|talks|speaks ~1 me
    chosen one|by
    i am|im jesus|god|messiah|prophet
    not|isnt|nothing|dont ~2 real ~2 anymore|any|feel|feels
    poisoned|poisoning ~2 food|water|drink
    implanted|possessed|demons|demon
  `, fixed),
  rule('command', 'psychosis', 'command', 3, 'hears voices that command harm', `
    voices|voice|god|demon|demons|devil|satan|angel|angels|shadow|whispers ~2 tell|telling|tells|told|says|say|saying|command|commanding|commands|want|wants|order|ordering|screaming|urging|orders ~2 @killself|hurt|harm|die|jump|cut|kill|end|do
    voices|voice|whispers|god|demons ~2 tell|telling|tells|told|says|say|saying|command|commanding|commands|ordering|screaming ~4 @killself|hurt|harm|die|jump|cut|kill|end ~2 @myself|baby|mum|them|him|her|someone|people|kids|everyone|family|it?
    hear|hearing ~2 voices|voice ~4 kill|hurt|die|harm|jump|cut
  `, fixed),
  rule('perinatal', 'distress', 'perinatal', 1, 'struggles around a birth', `
    postnatal|postpartum|perinatal|antenatal|ppd|pnd
    since|after ~2 baby|birth|giving|newborn|bub ~6 cry|crying|hate|numb|cope|scared|cant|wrong|sad|empty|regret|nothing
    baby|newborn|bub|bairn ~5 cant|dont|hate|regret|scared|nothing|bond|resent ~2 cope|bond|love|feel|anything|do
    dont|cant|not|never bond|bonding|bonded with @my|the baby|bub|son|daughter
    bad|terrible|awful|unfit mum|mother|mom|mam
  `, fixed),
  rule('perinatal-grave', 'safeguarding-child', 'child', 2, 'thoughts of harming a baby or child', `
    thoughts|urge|urges|images|scared|afraid|worried|terrified|want|wanna|might|could|going|gonna|intrusive|thinking|feel ~5 hurt|harm|hurting|harming|drop|dropping|smother|smothering|shake|shaking|shook|drowning|drown|suffocate|throw|kill|killing|hit ~2 baby|newborn|child|kids|children|son|daughter|bub|toddler|bairn
    shook|shaken|shaking|shake|smothered|dropped the|my|our baby|newborn|toddler|bub
    baby|kids|children|child|daughter|son ~3 better off? without me|dead
    take|taking|bring ~1 baby|kids|children|child with me
  `, { polarity: 'death', who: 'any' }),
  rule('distress', 'distress', 'distress', 1, 'is in distress', `
    depressed|depression|despair|desperate|suffering|miserable|heartbroken|devastated|distraught|overwhelmed|overwhelming|lonely|loneliness|anxious|anxiety|panic|panicking|traumatised|traumatized|ptsd|flashbacks|nightmares|grieving|grief|broken
    panic|anxiety attack|attacks
    @cant stop crying|shaking|panicking|thinking
    cry|crying|cried|sobbing|sobbed|tears ~3 every|all|night|sleep|constantly|hours|again|day|tonight
    @cant sleep|eat|function|cope|breathe|leave
    so|really|very|completely|totally|feel|feeling|felt|all alone|lonely|low|down|scared|lost|ashamed|guilty|broken|awful|terrible|rubbish|shit|crap|afraid|sad
    hate|hating my|this|everything|being
    no|nobody|noone|none ~1 understands|cares|listens|friends|believes|loves|likes|talk
    falling|fallen apart
    breaking|break|broke down
    rock bottom
    struggling|struggle|strugglin
    need|needing|please|pls|someone help|support|talk
    help me
    numb|empty|hollow|exhausted
    bullied|bullying|bullies
    mental|nervous breakdown
    not|isnt|aint doing|coping|ok|okay|alright|good|well
    worst|hardest day|week|night|year|time
    ruined|destroyed ~2 life|everything|me
    homeless|evicted|eviction|debt|debts|bailiffs
    rejected|abandoned|unloved|unwanted|worthless|useless|failure|disgusting
  `, fixed),
]
