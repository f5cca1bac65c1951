extension SuffixTable {
  /// Polish, folded (`ą`, `ę` as `a`, `e`): declension of nouns and adjectives, conjugation, verbal
  /// nouns; softened stem endings are led back to the hard ones, prefixed perfectives to their verb.
  package static let polish = SuffixTable(
    """
    # nouns: singular and plural of the three genders
    suffix 3 a e y u i o om ow ami ach em ie owi owie iem iom iami iach ia iu io ii
    # imperfectives in -ywac, -iwac, -awac: zapisywac - zapisac, dodawac - dodac
    suffix 3 ywac ywanie ywania ywaniu ywaniem ywal ywala ywali ywany ywana ywane
    suffix 3 iwac iwanie iwania iwaniu iwaniem iwal iwala iwany iwana iwane
    suffix 3 awac awanie awania awaniu awaniem awal awala
    # verbal nouns: -enie, -anie, -owanie, -ecie
    suffix 3 ienie ienia ieniu ieniem ieniom ieniach ieniami ien
    suffix 3 enie enia eniu eniem eniom eniach eniami
    suffix 4 en anie ania aniu aniem aniom aniach aniami iecie iecia ieciu ieto ieta iete iety
    suffix 3 owanie owania owaniu owaniem owac owal owala owali owalem owalam uje ujesz ujemy ujecie
    suffix 3 uja ujac uj ujcie
    suffix 3 ujacy ujaca ujace ujacych ujacym ujacymi ujacego ujacej
    suffix 5 ianie iania ianiu ianiem iany iana iane ianych
    suffix 3 iaja iajac iajacy iajaca iajace iajacych iaj
    suffix 3 owany owana owane owano owanych owanym owanej owanego
    # loan words in -acja meet verbs in -owac; -osc
    suffix 5 acja acji acje acjami acjach acjom
    suffix 3 osc osci oscia osciami
    # adjectives and participles
    suffix 3 ego emu ej ych ym ymi ij iej iego iemu ich im imi
    suffix 4 owa owy owe owej owych owym owego any ana ane ano anej anych anym anego anemu anymi ani
    suffix 3 ajacy ajaca ajace ajacych ajacym ajacymi ajacego ajacej ajac iacy iaca iace iacych
    suffix 3 iacym
    # verbs: infinitive, present, past, imperative
    suffix 3 ac ec ic yc iac am asz amy aja esz emy isz imy ysz ymy iam iasz iamy aj ajcie
    suffix 6 acie icie ycie ecie
    suffix 3 al ala alo ali aly alem alam alismy aliscie il ila ilo ili ily ilem ilam ilismy iliscie
    suffix 3 yl yla ylo yli yly ylem ylam ylismy yliscie
    # not: nieaktywny
    prefix nie
    # softened consonants: karta - karcie, paczka - paczce, zglosic - zgloszenie; fleeting e
    alternation szcz>st czc>czk lc>lk tc>tk sz>s rz>r dz>d cz>k ek>k c>t
    # participles of verbs in -ic and -yc, of those in -nac: placony, klikniety, kliknela
    alternation czon>k szon>s szczon>st dzon>d rzon>r zon>z lon>l con>t ion> niet>n nel>n
    # of what is going on: dotyczacy, prowadzacy
    alternation czac>k szac>s dzac>d zac>z
    # changed vowels
    # what came, passed, went in and out
    alias przejd=przejst,przeszl,przeszedl,przechod wyjd=wyjst,wyszl,wyszedl,wychod
    alias przyjd=przyjst,przyszl,przyszedl,przychod wejd=wejst,weszl,wszedl,wchod
    alias dojd=dojst,doszl,doszedl odejd=odejst,odeszl,odszedl,odchod
    alias wjech=wjad,wjed,wjazd wyjech=wyjad,wyjed,wyjazd pojech=pojad,pojed,pojedzi
    alias dojech=dojad,dojed,dojazd przyjech=przyjad,przyjed,przyjazd odjech=odjad,odjed,odjazd
    # verbs of a short or changing stem: zbic - zbilem - zbije, przyniesc - przyniosl
    alias zbit=zbil,zbij rozb=rozbit,rozbij przeb=przebit,przebij wbit=wbil,wbij
    alias stlut=stlukl,stluk,stluczk
    alias wgniest=wgniotl,wgniec,wgniet zgniest=zgniotl,zgniec pekn=pekl urw=urwan wrot=powrot
    alias psut=psul,psuj zepsut=zepsul,zepsuj popsut=popsul,popsuj zuz=zuzyj,zuzyt,zuzyw
    alias wzi=wezm,wez,wziet,wziel zdj=zdjel,zdejm
    alias niest=nios,niosl,nies przyniest=przynios,przyniosl,przynies wniest=wnios,wniosl,wnies
    alias przeniest=przenios,przeniosl,przenies przewiezt=przewioz,przewiozl,przewiez
    alias wypast=wypadl,wypadn spast=spadl,spadn rosn=rosl wzrost=wzrosl dotr=dotarl
    alias odkr=odkryt,odkryw
    alias pomot=pomogl,pomog,pomoz musi=mus,musit rozumi=rozum widzi=wid powiedzi=powiedziel
    alias blad=bled hasl=hasel miast=miest zmien=zmian,zmi zglos=zglas otwor=otwier,otwart
    alias oglos=oglas
    alias zwrot=zwrat,zwrocon,zwroct drog=drod zamkn=zamyk,zamknel wysl=wysylk,wysyl
    alias przedluz=przedlu przesl=przesyl,przesylk usun=usuw,usunel wybr=wybier,wybor,wybior
    alias pobr=pobier,pobior zabr=zabier,zabior
    alias odebr=odbier,odbior uruchom=urucham sprzed=sprzedaz wymien=wymi,wymian
    alias przypomn=przypomni,przypomin zapomn=zapomni,zapomin odpowied=odpowiedzi,odpowiad
    alias znajd=znalezt,znalazl,znalezi,znalez uzyw=uzyt,uzyj,uzyl przyj=przyjm,przyjet
    alias zak=zaczyn,zaczel,zaczn
    alias kradziez=ukradzi,ukradl,ukrast,ukradz,kradn,krast
    alias przel=przelew,przelej jazd=jezd,jech,jad,jed,jedzi kup=zakup,kupn
    # what is done once and what is done again: kliknac - klikac, przywrocic - przywracac
    alias klik=klikn przesun=przesuw przewin=przewij przeciagn=przeciag nacisn=nacisk wlak=wlat
    alias przywrot=przywrat odtwor=odtwar zamow=zamaw,zam
    # a perfective and what is made of it
    alias tank=zatank park=zapark rezerw=zarezerw lad=nalad,ladowark plat=zaplat,platn log=zalog
    alias rejestr=zarejestr weryfik=zweryfik instal=zainstal aktualiz=zaktualiz twor=utwor
    alias druk=wydruk
    alias szuk=wyszuk dziel=podziel rezygn=zrezygn reklamacj=zareklam gub=zgub blok=zablok,blokad
    alias pyt=pytan,zapyt
    alias najem=wynajm,wynaj,najm,wyn
    alias dzwon=zadzwon
    # stems that are no prefix of their forms
    irregular okn=okien problem=problemy,problemu system=systemu,systemy
    irregular rodzaj=rodzaje,rodzaju,rodzajow,rodzajem zwyczaj=zwyczaje
    irregular salon=salony,salonu,salonow,salonie
    irregular panel=panelu,panele,panelem,paneli
    irregular miesiac=miesiace,miesiaca,miesiacu,miesiecy,miesiacach
    irregular tysiac=tysiace,tysiaca,tysiecy milion=miliony,milionow,miliona
    irregular program=programy dziel=podzial zapis=zapisz
    irregular odd=oddacie,oddadza,oddaj dod=dodanie,dodano,dodany wyd=wydanie,wydano,wydany
    irregular byc=jest,sa,byl,byla,bylo,bede,bedzie
    irregular
    irregular moc=moge,mozna,moze,mozesz,mozemy
    irregular chciec=chce,chcialbym,chcialabym
    irregular miec=mam,masz,ma,mamy
    irregular jedz=jedzenie,jedzenia,jedzeniem
    irregular dzial=dziala
    irregular pieniadz=pieniadze,pieniedzy,pieniedzmi,pieniadzom
    irregular dzien=dni,dnia,dniem,dniach,dniami tydzien=tygodnie,tygodni czlowiek=ludzie
    irregular rek=reke,rece najem reklamacj=reklamacja,reklamacji,reklamacje,reklamacjami
    # dear is no road
    irregular drogo=drozej,drozszy,drozsza,drozsze
    irregular terminal numeracj=numeracja,numeracji metro
    irregular pies=psa,psu,psem,psy,psow,psom,psami
    # question words, pronouns, prepositions, courtesy
    weak jak czy co gdzie kiedy dlaczego czemu ktory ktora ktore jaki jaka jakie moj moja moje mi
    weak mnie sie w we na do z ze
    weak od po za o i a oraz lub albo to ten ta te jest sa byc byl bede bedzie moge mozna moze chce
    weak chcialbym chcialabym prosze
    weak dziekuje dzien dobry nie tak dla przy przez pod nad aby zeby ale jesli gdy juz ma mam miec
    weak kto kim kogo czego czym tego
    weak tej tym tych jego jej ich swoj swoje swoja
    # circumstances, moods and courtesy that many tell beside what they ask
    aside ciagle nadal wciaz znowu znow nagle pilne pilna pilnie niestety witam pozdrawiam
    aside pozdrowieniami powazaniem szanowni panie pani pan panu przepraszam jeszcze naprawde zwykle
    aside normalnie oczywiscie chyba raczej wlasnie teraz niedopuszczalne rozczarowana rozczarowany
    aside pytanie pytania pomozcie chwili chwile chwila najszybciej dowiedziec gory wczorajszego
    # words common in any text
    common bardzo beda bez brac byli byly cala cale caly chcial chciec cos czas czasami czasem
    common czeka czekac czekalam czekalem czekam czekamy czesc czesto czlowiek dac daje dalej
    common dawac dlatego dni dobra dobre dokad dokladnie dopiero dostac dotyczace dotyczy drugi
    common duza duzo duzy dwa dziala dzialac dzis dzisiaj gdyz gdzies ile inna inne inny innych
    common isc jakich jakiego jakim jeden jedna jednak jedno jestem jestes jestesmy jezeli kazda
    common kazde kazdy kilka kilku korzystac ktorej ktorych ktos latwo latwy lepszy ludzie maly
    common mial miedzy miejsce mieli mniej moc moga mogl mogli mowic mozliwe mozliwosc mozliwy
    common musi musiec musza musze myslec najpierw nalezy nic nigdy nikt nowa nowe nowy obecnie
    common odpowiedz okolo osob osoba osoby ostatnio otrzymac pewien pewne pierwsza pierwszy
    common podczas pojsc pomoc ponad poniewaz ponownie potem potrzebowac potrzebuje powiedz
    common powiedziec powinien powinienem powinna powinno poza pozniej prawie prosty przyjsc
    common przyklad przypadek pytac raz razy robic robie rok rowniez rozne rozny rzecz sadzic sam
    common sama samo skad sposob sprawa stac szybko taka taki takich takie takze tam troche trzeba
    common trzeci trzecia tu tutaj tylko uzyc uzycie uzywac uzywania wczesniej wczoraj wedlug
    common widziec wie wiec wiecej wiedziec wiele wielu wiem wobec wszelkie wszyscy wszystkich
    common wszystkie wszystko wykorzystac wziac zaleznie zamiast zawsze znalezc zobaczyc zostac
    common zostal zostala zostalo zostaly zrobic zrobie zwiazane zwiazku
    """)
}
