/** What speaks against a level: protection, support of others, idioms, recovery, and denial. */
import { rule, type Rule } from './types'

const fixedAny = { polarity: 'fixed', who: 'any' } as const

export const balanceRules: Rule[] = [
  rule('protective', 'protective', 'protective', 0, 'speaks of help or of reasons to go on', `
    therapist|therapy|counsellor|counselor|counselling|counseling|psychologist|psychiatrist|gp|doctor|crisis|care team|nurse|worker|coordinator?
    samaritans|helpline|hotline|lifeline|988|111|999|911|13|shout|childline|papyrus|lifeline|1737|crisis text line
    called|rang|phoned|texted|spoke|talked|talking|speaking|told|seeing|see ~3 samaritans|doctor|gp|therapist|counsellor|counselor|mum|mom|dad|friend|crisis|helpline|partner|sister|brother|nurse|team
    safety|crisis|wellness plan
    looking forward
    reach|reaching|reached out
    getting|get|got|seeking|seek|asked|asking ~1 help|support|better
    feeling|feel|felt|doing|things|its|am|im ~2 better|stronger|hopeful|brighter|calmer
    reason|reasons to live|stay|keep
    grateful|thankful|proud|hopeful
    for|because|have|love my|the|of ~1 kids|children|dog|cat|family|daughter|son|partner|friends
    one day at
    small steps|wins|win
    tomorrow|next|weekend ~4 plans|appointment|trip|meeting|see|coffee|session
    in recovery
    days|weeks|months|years|year clean|sober|free|harm|since
    threw|flushed|gave|handed|binned ~2 away|blades|pills|razors|them|tablets
    keeps|keeping me going|alive|here
  `, fixedAny),
  rule('recovered', 'protective', 'recovered', 0, 'speaks of it as over', `
    years|months|weeks ago
    used to
    in the past
    when i|we was|were ~1 #num|young|younger|teenager|teen|kid|child|little|student|school|uni|ill|unwell
    back in|then|when ~2 #num|school|college|day|uni|i|then?
    in|since|during|around|circa|until #year
    last year
    years|year|decades|decade|ages|while|months|long|way back
    thoughts|urges|feelings of|to|about ~3 have|has|are|is gone|stopped|passed|eased|faded|lifted
    thoughts|urges|feelings|voices are|have|has|is gone|stopped|passed|eased|faded|lifted
    a|one|two|three|four|five|six|seven|eight|nine|ten|#num|many|few|couple|several years|yrs|decade|decades|months ago|later|since|clean|back|now|free|sober|past
    no longer feel|want|suicidal|think|feeling|have|cut|harm
    since then
    clean|sober|free ~4 for|since|over ~2 days|weeks|months|years|year|months|then
    glad|happy|grateful|thankful ~3 alive|survived|here|failed|didnt|wasnt|found|still
    recovered|recovery|overcame|overcome|survivor
    #num|one|two|three|four|five|six|seven|eight|nine|ten|several|many|few|couple|over|a days|weeks|months|years|year|yrs|day|week|month clean|sober|free|without|harm
    havent|hasnt|not ~3 since|in|for ~2 #num|years|months|then|weeks|year|ages|long
    as a ~1 teenager|teen|kid|child|student
    anniversary
    long time ago
  `, fixedAny),
  rule('support', 'protective', 'support', 0, 'encourages somebody', `
    please|pls dont|do not ~3 kill|hurt|harm|end|die|give|do|cut
    you|youre|your|u|ur ~1 not alone|worthless|failure|burden|weak
    you|youre|your|u|ur ~2 matter|loved|worth|enough|strong|stronger|brave|worthy|valued|important|amazing|deserve
    youre|you|u matter|got|can
    here|there|listening ~1 for you|u
    im|we|were|i here|listening
    sending|send|big|much love|hugs|strength|hug|thoughts|support|prayers
    proud of you|u
    it|things gets|get|will|does|do|can|really|honestly ~2 better|easier|pass
    hang|stay|keep in|strong|safe|going|fighting|holding there|on?
    have you|u|ye tried|thought|spoken|talked|considered|called|told|reached|been
    talk|speak|reach|ring|call|phone|text|tell to|out|the|someone|samaritans|your|988 ~2 gp|doctor|someone|samaritans|crisis|friend|professional|line|helpline|us|me|adult|teacher|988|emergency
    you|u can|will|could get|talk|message|do|call|beat|reach ~1 this|through|help|me|us|someone|out|it
    hope you|u ~2 ok|okay|better|well|safe|alright|feel|find|get|soon
    are you|u ~1 safe|ok|okay|alright|thinking|suicidal|having|feeling
    i|ive been|was there|where|too
    been there
    sorry youre|you|your|to|that ~2 feeling|going|hear|here|struggling
    take care|it easy
    you|u should|could|might|need ~2 see|speak|talk|call|tell|try|get|ring ~2 gp|doctor|someone|help|therapist|helpline|police|support
    if you|u|youre ~3 need|feel|want|ever|feeling|thinking
    youve|you|we got this
    dont give up
  `, fixedAny),
  rule('fiction', 'protective', 'fiction', 0, 'speaks of a story, game, song, study or the news', `
    in|of|watching|watched|reading|read|playing|played|wrote|writing|the|this|a|that|my|new|about|from|on|favourite|favorite|called|latest|level ~2 @fiction
    lyrics|lyric|fanfic|quest|minecraft|fortnite|sims|netflix|chapter|villain|protagonist|anime|manga|hamlet|respawn|dnd|raid|playlist|spotify
    for|my|an|a|the|our|on|about|in|of ~2 @study
    news a|man|woman|that|today|about|says|said|report|story
    police|coroner|officials|newsreader|presenter|headline|headlines|inquest|papers say|said|says|appeal|confirmed|report|reported|heard
    final|raid|level|beat|mini|game|defeat|defeated boss
    boss fight|battle|level|raid|music
    in|for class|lecture|training
    dissertation|coursework|seminar|essay|module|webinar|documentary|podcast
  `, fixedAny),
  rule('return', 'idiom', 'return', 0, 'says when they will be back', `
    back|return|returning|home|online ~2 next|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|later|january|february|september|soon|week|evening
    see|talk|speak|catch you|ya|u|yous|everyone|youse|yall ~4 next|week|weekend
    see|talk|speak|catch you|ya|u|yous|everyone|youse|yall ~1 next|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|later|in|soon|january|after
    until|till|til next|tomorrow|monday|tuesday|january|september|then|after
    on|for a|my|our? holiday|holidays|vacation|break|hols|honeymoon|trip
    before the holidays|break|summer|trip
  `, fixedAny),
  rule('idiom', 'idiom', 'idiom', 0, 'a figure of speech', `
    right|new|correct|different|better @pills
    left|leave|wrote|leaving|writing ~3 note|list ~6 milk|bread|buy|shopping|bins|dinner|key|keys|plumber|teacher|postman|landlord|cleaner
    for the last time before|until|till ~5 school|trip|holiday|uni|college|flight|camp|nursery|wedding|move|moves|summer|term
    stop|stops raining|snowing|barking|buffering|itching|beeping|crashing|ringing|sneezing
    take|stand|bear|handle|cope ~2 heat|weather|cold|rain|traffic|noise|commute|wind|humidity|pollen|suspense|heatwave
    being ~1 hold|diet|late|cold|broke|single|indoors|asked|charged|skint|sunburnt
    nothing matters|helps|works more|better|than|like
    stay|staying|keep|continue|carry ~1 at|in|with|on|working|renting ~2 job|company|firm|work|flat|club|party|city|marriage|hotel|school|gym|course|team
    say|said|saying|says|time goodbye to ~3 car|house|flat|sofa|summer|winter|carbs|sugar|school|phone|laptop|weekend|holiday|beard|hair|garden|job|office|savings|bike|van
    ready to go see|meet|out|when|whenever|shopping|camping|anytime
    im|am|were|was so dead lol|forgot|homework|when|if|tomorrow|mum|mom|mam|she|he|haha|omg
    notice a|the|any|my ~1 typo|mistake|difference|stain|smell|spelling|haircut
    love her|his|their|your|the new
    wake|waking up until|till|til|before|early|late|hungover
    throw|chuck|threw|throwing|chucked|yeet my|the|this|it|that ~2 off|out ~1 cliff|window|roof|bridge|balcony
    plant|plants|houseplant|houseplants|lemming|lemmings|printer|laptop|goldfish|fridge|phone|computer|car|washing ~3 committed|committing|killed suicide|itself|themselves
    wont|not be here|around|in|home ~5 leave|holiday|football|dentist|conference|training|camping|travelling|abroad|rota|shift|annual
    go on monday|tuesday|wednesday|thursday|friday|saturday|sunday|stage
    hit|banged|bumped|bashed|hitting my ~1 head|knee|elbow|toe|shin ~1 on|off|against a|the ~1 cupboard|shelf|beam|ceiling|table|cabinet|ice|boot|pavement|bunk
    burnt|burned|burn|scalded my ~1 arm|hand|finger|fingers|tongue|mouth|thumb|leg|wrist ~1 on|with|off|from ~2 oven|pan|kettle|stove|coffee|tea|soup|toaster|tray|grill|barbecue|pizza|radiator
    touched|touches my|our|his|her heart|soul
    voice note|notes|message|messages|mail|memo|over|actor|chat|call
    giving|gave|given|give up ~2 coffee|sugar|crossword|chocolate|meat|puzzle|bread|crisps|dairy|caffeine
    nothing left in|on ~1 fridge|shop|box|tin|jar|cupboard|shelf|shelves|menu
    no point buying|waiting|queuing|queueing|paying|arguing|ringing|booking
    lets|let us? end|finish|leave it|this|things here|there|at|for|on
    jump|jumped|jumping|leapt off|from|of|in ~2 pier|dock|jetty|boat|board|quay|harbour|harbor|swing|rocks ~3 into|in|and ~2 sea|water|lake|pool|swam|river
    take|took|taking|had @my @pills ~2 with|at|before|after|and|had|made|then|now|like|as ~1 breakfast|dinner|lunch|bath|tea|food|water|brew|coffee|supper|usual|always|normal
    @pills ~1 had|made|with|and ~1 a bath|tea|brew|shower|breakfast|nap|cuppa
    giving|gave|given|give ~6 charity|oxfam|foodbank|freecycle|hospice|donation|jumble|refuge|shelter
    at|made|finding|find|found peace with ~3 divorce|past|breakup|body|diagnosis|job|childhood|parents|loss|age|weight|ex|scars|failure|results|move
    choked|choking|choke on|at|up ~2 tea|coffee|drink|water|crisps|food|biscuit|toast|laughing|wine|beer
    dying|die to see|know|try|hear|meet|read|find|eat|go|play|watch|visit|get|tell|ask|taste|show|wear
    dying for|of a|some|an|laughter|laughing|embarrassment|boredom|thirst|hunger|shame|cringe|curiosity|cold|heat|to ~1
    died|die|dead|dying|deceased laughing|of? laughter|lol|haha|embarrassment|cringe
    blew|blown|blowing|blows ~1 mind|minds
    cut|cutting|cuts my|her|his|the|our ~1 hair|fringe|nails|grass|cake|bread|hours|costs|onion|hedge|cord|crusts
    rather die than eat|wear|go|watch|work|date|do|listen|drink|touch|use|buy|miss
    beat|beats|beating|thrashed me|him|her|us|them at|in|by
    hit|hitting me|him|her|us up
    @pills ~4 @ailment
    @ailment ~5 @pills
    @pills|knife|knives|scissors ~4 kitchen|recipe|vet|dog|cat|pharmacist|pharmacy|craft|crafts|sewing|bread|chef
    kitchen|craft|bread|chopping|butter|stanley|chefs knife|knives|scissors|blade
    want|wanna|wait|excited|hope|looking ~3 see|watch|meet ~3 grow|wedding|graduate|married|born|grandkids|grandchildren|concert|play|again
    morning|daily|usual|took|take @my meds|medication|vitamins|inhaler|insulin ~2 today|like|on|with|at|every
    edge of the|my|our|a ~1 dance|dancefloor|pitch|bed|sofa|seat|chair|town|village|field|pool|page|playground|crowd|room|forest|wood|woods|garden|table
    bridge|cliff|train|trains|roof ~4 lovely|beautiful|sunrise|sunset|photo|photos|view|views|picnic|commute|work|holiday
    shot|shoot|shooting myself in the foot
    kick|kicking|kicked myself
    beat|beating myself up
    kill|killing|killed|hurt|hurting myself laughing|with|to laughing|laughter|finish
    #num kms
    do|did|doing|run|ran|walked|cycled|extra kms
    kms ~1 run|walk|walked|ran|away|per|along|drive|drove|cycle|cycled|an
    killing myself at|laughing|over
    overdose|overdosed|overdosing on ~3 pies|pie|chocolate|crisps|biscuits|cookies|cake|cheese|sweets|candy|coffee|tea|podcasts|films|movies|box|tv|sprouts|turkey|mince|pasta|bread|fruit|sun|carbs|sugar|nostalgia|christmas|football|cute|photos|videos
    live|living with|in|near|by|beside ~2 parents|family|roommate|roommates|flatmates|flatmate|people|house|city|town|london|country|mum|mom|mam|dad|sister|brother|strangers|tent|flat|village|inlaws|ex
    be here at|in|for ~2 work|school|meeting|class|party|dentist|office|lecture|training
    go on holiday|trip|trips|dates|walks|rides|camping|tour|vacation|stage
    go on the|a|this|that|my ~1 trip|holiday|ride|date|walk|school|rollercoaster|bus|plane|train
    wake|get up early|at|for|before|so|that
    end|ending|finish|finishing ~2 essay|subscription|call|meeting|contract|lease|membership|argument|conversation|chat|stream|season|chapter|shift|homework
    @pills ~5 prescribed|directed|instructed|normal
    dress|corset|tie|collar|bra|jeans|belt|heels ~3 strangling|killing|choking me
    goodbye|farewell cruel world ~1 no|because|lol|haha
    goodbye|hello cruel wifi|monday
    knock yourself|urself|yourselves out
    eat a horse
    dying|dead|die over|at here|this|that|his|her|him
    @joke ~2 dying|dead|died|die|killing|kill|killed
    dying|dead|died|die|im|killing|kill ~2 @joke
    im dead
    killing|killin|killed it|time|me|my|the ~2 back|feet|head|vibe|mood|lights|engine|weeds|process|conversation|knees|shoulder|game|look|time|grades|softly|joke|laughing|lol
    killing|killed|kill|killin it|time|the|two|off|bugs|weeds|process|lights|engine|mosquito|flies|wasps|spider|germs|bacteria|virus|mould|vibe|mood|buzz
    my|these|those|this|the|that|her|his|work|heels|feet|legs|back|knees|shoes|homework|exam|exams|heat|traffic|weather|hangover|stairs|job|boss|commute|squats|workout|gym|suspense|wait|waiting|pollen|headache is|are|will|gonna|be|were|nearly|almost ~1 killing|kill|killed|murdering me|us
    would|could|id kill|murder|die for a|some|an|that|this|chocolate|pizza|coffee|tea|to ~2
    to die for
    finger|fingers|thumb|toe|shaving|shave|onion|onions|tin|tomato|nosebleed|nosebleeds|knee|period|periods|papercut|tooth|gums|shin ~8 blood|bleeding|bleed|cut|sliced|deep|stitches
    blood|bleeding|bleed|cut|sliced ~8 finger|fingers|thumb|toe|shaving|onion|onions|tin|nosebleed|knee|period|periods|papercut|tooth|gums|shin|test|donor|donation|donating|pressure
    blood ~1 test|tests|pressure|donor|donation|sugar|type|bank|orange|moon
    rope ~6 swing|climbing|climb|boat|tent|dog|tow|skipping|gym|washing|hammock|sledge|ladder|bridge|bell
    @took @my @pills ~4 made|brew|tea|coffee|bed|breakfast|water|toast|usual|morning|lunch|dinner|food|early
    made|brew|tea|coffee|breakfast|toast ~4 @took @my @pills
    killed|kills me|us ~3 times|twice|again|respawn|level
    phone|battery|laptop|car|wifi|printer|computer|controller|kettle|toaster|boiler|oven|plant|router|fridge|hoover|dishwasher|console|headphones|tablet|washing|machine ~3 committed|commits|committing suicide
    could|couldve|nearly|almost have|of|a? throttled|strangled|murdered|killed|slapped|swung|brained him|her|them|it
    #num mg ~4 morning|night|daily|day|am|pm|twice|once|lunch|bedtime|evening|breakfast|dinner
    #num mg at|in|twice|once|daily|nightly|every|per|a
    #num #num mg ~4 morning|night|daily|day|am|pm|twice|once|lunch|bedtime|evening|breakfast|dinner
    not|isnt|hardly|barely breathing ~1 well|easily|right|great|properly|normally ~5 asthma|cold|allergy|allergies|hayfever|nose|congested|bunged|chest|pollen|copd
    asthma|copd|pollen|hayfever|congested ~6 not|isnt|hardly|barely breathing
    dressed to kill
    curiosity killed
    kill two birds
    make|made|making a killing
    kill|killed|murder|murdered|hang|shoot me if|mum|mom|mam|dad|parents|boss|wife|husband|teacher|coach|when|for|she|he ~3
    mum|mom|mam|dad|boss|wife|husband|teacher|coach|girlfriend|boyfriend|she|he|parents|they|sister|roommate will|gonna|would|is|going|are|hes|shes ~3 kill|murder me|us when|if|for|lol|haha|he|she
    drop|dropping|dropped dead gorgeous|deadline|weight
    dead|deadly tired|serious|line|end|beat|easy|good|weight|lift|lifts|sea|wood|heading|pool|zone|battery|phone|ringer|sexy|funny|on|simple|keen|cute|hot|chuffed|proud|pleased|nice|wrong|right|pan|set|interesting|excited
    phone|battery|laptop|car|plant|plants|wifi|engine|controller|tablet|watch|connection|tomatoes|basil|server|bulb|cactus|goldfish|fish|signal|lawn|mic|console is|died|dead|just|keeps|dying|has|went|about|almost ~2 die|died|dead|dying|on?
    dead|dying|flat phone|battery|plant|line|laptop|leaves|grass|car|flowers|trees|houseplant|lawn
    over my dead body
    bored|scared|worried|tickled|laughed|frozen|loved|sick|embarrassed|starved|bore|scare|scared|freeze|freezing|worked|boiling|roasting|overwhelmed to death
    to|@my death of boredom|cold
    till|until death do|us
    old habits die
    die hard|hards
    never say die
    hang out|on|up|in|with|ten|around|over|tight|there|gliding|it|the|my|washing|coat|picture|curtains|pictures|posters
    hanging out|on|up|in|with|around|there|by|over|onto|the|washing|baskets|plants
    hung out|over|up|on
    cut|cutting|cuts out|off|back|down|corners|the|hair|grass|short|up|across|costs|class|carbs|in|it|to|sugar|through|scene|me|him|her|them ~1 slack|some|off|grass|cake|hair|deal|check|loose|chase|short?
    shot|shoot|shooting for|a|the|of|me|an|your|some|hoops|pool|film|photos|basket ~2 text|email|message|line|espresso|tequila|moon|breeze|pictures|video|vodka|star|film|goal|dm|stars
    shoot your|your|my shot
    bite|bit|sweat|blow|blows|mind|brain ~1 bullet|mind|brains|freeze
    jump|jumped|jumping on|into|at|up|in|for|over|through|ship|rope|queue|bandwagon|gun|scare|conclusions|around|ropes|the ~2 bandwagon|conclusions|joy|chance|bed|pool|call|hoops|gun|ship|queue|shower|in|zoom|line?
    jump the gun
    knife through butter
    under the knife
    suicide squad|blonde|drill|drills|prevention|squeeze|run|runs|mission|king|door|doors|awareness|boys|burger|wings|squads
    career|commercial|political|social|academic suicide
    murder on|the dancefloor|my|feet|mystery
    absolute|bloody|pure|sheer|total murder
    get|getting|got away with murder
    end|ending of? the|this day|world|story|line|term|year|week|month|season|term|book|series
    end|ended|ending it|this|things with|on|between|there|well|nicely|amicably
    went|go|gone|goes|off to|with|without|out|a the|guns|bang
    ghosted|ghosting
    wiped|knackered|shattered|cream crackered
    overdose|overdosed|overdosing|od|oding on ~1 chocolate|cake|sugar|coffee|caffeine|memes|cheese|pizza|tv|netflix|cuteness|carbs|biscuits|sweets|christmas|ice|anime|cookies|candy|football|glitter|cat
    burn|burning|burned|burnt calories|out|toast|dinner|bridges|off|the|midnight|candle|rubber|cd|wood|candles|oil|fat|the|tongue|it ~2 toast|dinner|oil|candle|midnight|cookies|food|rice|calories?
    gonna|going|will|ill|id|might|could|just ~1 die|scream|explode|cry if|of|from|lol|haha ~1 laughing|embarrassment|cringe|cute|cuteness|another|excitement|hunger|shame|heat
    almost|nearly|literally|basically|actually died|dying|dead|die ~1 laughing|laughter|when|of|at|lol|embarrassment
    bomb|bombed ~2 exam|test|interview|audition|bath|gig
    wouldnt|not be caught|seen dead
    kill|kills|killed|killing my|the|his|her|our|your streak|vibe|vibes|buzz|mood|battery|joy|time|appetite|lawn|grass
    ready to die|cry of|from|laughing
    dead to me|the|him|her
    till|til|until the day i die
    ride or die
    die trying
    @he|ma|mum|mom|mam|dad|boss will|gonna|ll|is|going ~2 kill|murder me
    hit|hitting the|a|my|up ~1 gym|road|sack|hay|town|snooze|books|wall|pillow|shower|target|goal|brakes|jackpot
    killer heels|app|whale|whales|instinct|queen|outfit|bees|robot|workout|deal
    killjoy|deadline|deadlines|lifeline|deadpool|deadlift|cliffhanger
    drowning in|under work|emails|paperwork|laundry|homework|deadlines|assignments|marking|essays|debt|coursework|nappies
    buried|swamped under|in|with work|emails|paperwork|homework
    strangle|throttle|murder ~1 printer|computer|laptop|alarm|him|her lol|haha?
    no pain no gain
    pull|pulling|pulled the plug|trigger on
    at|on the end of|my|its rope|tether
    bullet points|point|journal|proof|train|time
    pistol|pistols|gun|guns squats|show|range
    took|take|taking ~1 bullet for
    break a leg
    stab|shot in|at the|a|it dark|guess
    take a stab|shot
    have|had|having|give|take a? stab|crack at
    back|backstab|backstabbed|backstabbing stabbed|stabbing|me|people
    goodbye party|hug|kiss|drinks|card|do|tour|2020|summer|winter|weekend|monday|january|exams|school|work
    farewell party|drinks|tour|do|gig|card|speech
    said goodbye to ~3 colleagues|team|friends|airport|holiday|family|class|sofa|car|flat|house
    could|can eat a|you|u
  `, fixedAny),
]
